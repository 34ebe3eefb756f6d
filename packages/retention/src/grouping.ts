import type { Period } from './calendar.ts'
import type { Filter, Grouping } from './query.ts'
import type { Indices, Names, Visits } from './visits.ts'

/** Newness as a dimension: whether the first-ever visit falls inside the base period or before it. */
export const NEWNESS = ['new', 'returning'] as const

/** Says which group a row or its client belongs to, as an index into `names`. */
export type Groups = { names: Names } & (
  | { level: 'line'; column: Indices /** group of each entry of the column */; of: Int32Array }
  | { level: 'client'; of: (client: number) => number }
)

export function groupsOf(visits: Visits, by: Grouping, base: Period): Groups {
  switch (by) {
    case 'all':
      return { level: 'client', names: [''], of: () => 0 }
    case 'staff':
      return byLine(visits.staff, visits.names.staff)
    case 'service':
      return byLine(visits.service, visits.names.service)
    case 'category':
      return byLine(visits.service, visits.names.serviceCategory)
    case 'location':
      return byLine(visits.location, visits.names.location)
    case 'source':
      return { level: 'client', names: visits.names.source, of: (client) => visits.source[client]! }
    case 'newness':
      return { level: 'client', names: NEWNESS, of: (client) => (isNew(visits, client, base) ? 0 : 1) }
  }
}

function byLine(column: Indices, entries: Names): Groups {
  return { level: 'line', column, ...groupsOfNames(entries) }
}

/** Entries that bear the same name are one group: `of` says the group of each entry. */
export function groupsOfNames(entries: Names): { names: Names; of: Int32Array } {
  const groupOfName = new Map<string, number>()
  const of = Int32Array.from(entries, (name) => {
    const group = groupOfName.get(name) ?? groupOfName.size
    groupOfName.set(name, group)
    return group
  })
  return { names: [...groupOfName.keys()], of }
}

/** For a client with a visit in the base period or before: whether their first-ever visit falls inside it. */
export function isNew(visits: Visits, client: number, base: Period): boolean {
  return visits.debutDay[client]! >= base.from
}

/** Tests of the filters, split by what they need to see; `null` lets everything through. */
export interface Matcher {
  line: ((row: number) => boolean) | null
  client: ((client: number) => boolean) | null
}

export function matcherOf(visits: Visits, filters: readonly Filter[], base: Period): Matcher {
  const wanted = new Map<Filter['field'], Set<string>>()
  for (const { field, values } of filters) {
    const names = wanted.get(field) ?? new Set<string>()
    for (const value of values) names.add(value)
    wanted.set(field, names)
  }
  const matcher: Matcher = { line: null, client: null }
  for (const [field, names] of wanted) {
    const groups = groupsOf(visits, field, base)
    const allowed = Uint8Array.from(groups.names, (name) => (names.has(name) ? 1 : 0))
    if (groups.level === 'line') {
      const { column } = groups
      const pass = Uint8Array.from(groups.of, (group) => allowed[group]!)
      matcher.line = both(matcher.line, (row) => pass[column[row]!] === 1)
    } else {
      const { of } = groups
      matcher.client = both(matcher.client, (client) => allowed[of(client)] === 1)
    }
  }
  return matcher
}

function both(first: ((index: number) => boolean) | null, second: (index: number) => boolean) {
  return first ? (index: number) => first(index) && second(index) : second
}
