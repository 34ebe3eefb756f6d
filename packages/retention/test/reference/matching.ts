import type { Line, Salon } from './line.ts'
import type { Field, Question } from './question.ts'
import { type Visit, visitsUntil } from './visits.ts'

/** The source of a client: the non-blank one of their earliest appointment by start. */
function sourceOf(salon: Salon, client: number): string | null {
  const lines = salon.lines.filter((line) => line.client === client)
  const earliest = lines.sort((a, b) => a.day - b.day || a.start - b.start)[0]!
  return earliest.source
}

/** First-ever visit inside the base period, or before it. */
export function isNew(salon: Salon, client: number, { base, asOf }: Question): boolean {
  const first = visitsUntil(salon, asOf).find((visit) => visit.client === client)!
  return first.day >= base.from && first.day <= base.to
}

/** The value of a line in one dimension, `null` for a line without one. */
export function valueIn(salon: Salon, line: Line, field: Field, question: Question): string | null {
  switch (field) {
    case 'staff':
      return line.staff
    case 'service':
      return line.service
    case 'category':
      return line.category
    case 'location':
      return line.location
    case 'source':
      return sourceOf(salon, line.client!)
    case 'newness':
      return isNew(salon, line.client!, question) ? 'new' : 'returning'
  }
}

/** One group of the grouping; `undefined` is everybody. */
export type Group = { key: string | null } | undefined

/** A line matches `g` when its staff, service … or its client's source or newness is `g`. */
export function matchesGroup(salon: Salon, line: Line, group: Group, question: Question): boolean {
  if (group === undefined || question.by === 'all') return true
  return valueIn(salon, line, question.by, question) === group.key
}

/** Filters apply to lines too; the same field twice means or, different fields and. */
function passesFilters(salon: Salon, line: Line, question: Question): boolean {
  const fields = new Set(question.filters.map((filter) => filter.field))
  return [...fields].every((field) => {
    const allowed = question.filters.filter((filter) => filter.field === field).flatMap((filter) => filter.values)
    return allowed.includes(valueIn(salon, line, field, question) ?? '')
  })
}

/** Lines of a visit in the base period that count for the group, under the filters. */
export function matchingLines(salon: Salon, visit: Visit, group: Group, question: Question): Line[] {
  const { from, to } = question.base
  if (visit.day < from || visit.day > to) return []
  return visit.lines.filter(
    (line) => matchesGroup(salon, line, group, question) && passesFilters(salon, line, question),
  )
}

/** Every group some line of a visit in the base period falls into. */
export function groupsOf(salon: Salon, visits: Visit[], question: Question): { key: string | null }[] {
  const { by, base } = question
  if (by === 'all') return []
  const keys = new Set<string | null>()
  for (const visit of visits) {
    if (visit.day < base.from || visit.day > base.to) continue
    for (const line of visit.lines) keys.add(valueIn(salon, line, by, question))
  }
  return [...keys].map((key) => ({ key }))
}
