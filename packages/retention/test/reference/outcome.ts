import { holdsFutureAppointment } from './future.ts'
import type { Salon } from './line.ts'
import { type Group, isNew, matchesGroup, matchingLines } from './matching.ts'
import type { Question } from './question.ts'
import { type Visit, visitsUntil } from './visits.ts'

export type Outcome = 'returned' | 'open' | 'outside' | 'booked' | 'lost'

/** A client served by the group in the base period, and what became of them. */
export interface Served {
  client: number
  /** day of the last matching visit in the base period */
  anchor: number
  anchorVisit: Visit
  /** first visit after the anchor, of any kind */
  next: Visit | undefined
  outcome: Outcome
  /** returned, and a visit that makes them returned has a line matching the group */
  returnedSame: boolean
  isNew: boolean
}

/** Visits that make a client returned: in the second period, or within the window after the anchor. */
function returns(later: Visit[], anchor: number, { rule }: Question): Visit[] {
  if (rule.kind === 'period') return later.filter((visit) => visit.day >= rule.from && visit.day <= rule.to)
  return later.filter((visit) => visit.day - anchor <= rule.days)
}

function isOpen(anchor: number, { rule, asOf }: Question): boolean {
  return rule.kind === 'period' ? asOf < rule.to : asOf < anchor + rule.days
}

/** Exactly one outcome for each client with a matching line on a visit in the base period. */
export function servedClients(salon: Salon, group: Group, question: Question): Served[] {
  const visits = visitsUntil(salon, question.asOf)
  const clients = new Set(visits.map((visit) => visit.client))
  const served: Served[] = []
  for (const client of clients) {
    const own = visits.filter((visit) => visit.client === client)
    const matching = own.filter((visit) => matchingLines(salon, visit, group, question).length > 0)
    const anchorVisit = matching.at(-1)
    if (anchorVisit === undefined) continue
    const anchor = anchorVisit.day
    const later = own.filter((visit) => visit.day > anchor)
    const back = returns(later, anchor, question)

    let outcome: Outcome
    if (back.length > 0) outcome = 'returned'
    else if (isOpen(anchor, question)) outcome = 'open'
    else if (later.length > 0) outcome = 'outside'
    else if (holdsFutureAppointment(salon, client, question.asOf)) outcome = 'booked'
    else outcome = 'lost'

    served.push({
      client,
      anchor,
      anchorVisit,
      next: later[0],
      outcome,
      returnedSame: back.some((visit) => visit.lines.some((line) => matchesGroup(salon, line, group, question))),
      isNew: isNew(salon, client, question),
    })
  }
  return served
}
