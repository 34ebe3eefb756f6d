import { firstRowFrom } from './columns.ts'
import { matcherOf } from './grouping.ts'
import { type Fate, fateOf } from './held.ts'
import { compareCodePoints } from './names.ts'
import type { Selection } from './query.ts'
import { type RebookingGrouping, RebookingGroups } from './rebooking-groups.ts'
import { RebookingTally } from './rebooking-tally.ts'
import type { Visits } from './visits.ts'

export interface RebookingQuery extends Selection {
  by: RebookingGrouping
}

export interface RebookingRow {
  /** the group's name; `null` for the total and for lines without a value */
  key: string | null
  /**
   * distinct (client, day) with a matching line, in the base period and on or before the as-of date; by `bookedBy`
   * all of them in every row
   */
  visits: number
  /** those after which the client held an appointment on a later day; by `bookedBy` the earliest of them made by X */
  rebooked: number
  /** rebooked / visits, 0–1, with its 95 % Wilson interval; `null` without visits */
  rate: number | null
  rateLow: number | null
  rateHigh: number | null
  /** rebooked visits with a held appointment of the same staff member, and their share; `null` but in rows by staff */
  rebookedSame: number | null
  rateSame: number | null
  /** rebooked visits whose earliest held appointment's day is past and saw a visit of the client */
  kept: number
  /** kept ÷ rebooked visits whose earliest held appointment's day is past; `null` when there is none */
  keptRate: number | null
}

export interface RebookingReport {
  total: RebookingRow
  rows: RebookingRow[]
}

/** Share of the appointments whose booking time must be known before the rate says anything. */
const LEAST_KNOWN = 0.8

/**
 * Rebooking rate (METRICS §4): of the base period's visits, those at the end of whose day the client held an
 * appointment on a later day. Rows by visits (by `bookedBy`: by rebooked) descending, then by name; none with
 * `by: 'all'`. `noBookedAt` when the booking time of fewer than 80 % of the appointments is known. Never throws.
 */
export function rebooking(visits: Visits, query: RebookingQuery): RebookingReport | { reason: 'noBookedAt' } {
  const { all, booked } = visits.appointments
  if (all === 0 || booked / all < LEAST_KNOWN) return { reason: 'noBookedAt' }
  const groupings: RebookingGrouping[] = query.by === 'all' ? ['all'] : ['all', query.by]
  const tallies = groupings.map((by) => new RebookingTally(visits, new RebookingGroups(visits, by, query.base)))
  forEachLine(visits, query, (...line) => {
    for (const tally of tallies) tally.add(...line)
  })
  const [total, rows] = tallies.map((tally) => tally.rows())
  const size = (row: RebookingRow) => (query.by === 'bookedBy' ? row.rebooked : row.visits)
  return {
    total: total![0]!,
    rows: (rows ?? [])
      .filter((row) => size(row) > 0)
      .sort((a, b) => size(b) - size(a) || compareCodePoints(a.key ?? '', b.key ?? '')),
  }
}

/** A number of the report: `notRebooked` are the visits it leaves out. */
export const REBOOKING_COUNTS = ['visits', 'rebooked', 'notRebooked', 'rebookedSame', 'kept'] as const
export type RebookingCount = (typeof REBOOKING_COUNTS)[number]

/** Which number of a report: the count, of which group (`undefined`: the total; `null`: the nameless one). */
export interface RebookingCell {
  count: RebookingCount
  group?: string | null | undefined
}

/**
 * The clients whose visits a number of {@link rebooking} counts, each once, in the order of the book. Never throws;
 * nobody where the report gives no number.
 */
export function rebookingPeople(visits: Visits, query: RebookingQuery, cell: RebookingCell): number[] {
  const groups = new RebookingGroups(visits, cell.group === undefined ? 'all' : query.by, query.base)
  const wanted = groups.names.indexOf(cell.group ?? '')
  const people: number[] = []
  forEachLine(visits, query, (client, visit, line, fate) => {
    if (people.at(-1) === client) return
    const group = groups.groupOf(client, line)
    if (!groups.byBooker && group !== wanted) return
    const held = fate !== null && groups.heldIn(group, fate) === wanted ? fate : null
    const holdsSame = () => held !== null && groups.holdsSame(client, group, visits.day[visit]!, held)
    if (counts(cell.count, held, holdsSame)) people.push(client)
  })
  return people
}

function counts(count: RebookingCount, held: Fate, holdsSame: () => boolean): boolean {
  switch (count) {
    case 'visits':
      return true
    case 'rebooked':
      return held !== null
    case 'notRebooked':
      return held === null
    case 'rebookedSame':
      return holdsSame()
    case 'kept':
      return held?.kept === true
  }
}

/** Calls back for every matching line of a visit in the base period, with the row its visit begins at. */
function forEachLine(
  visits: Visits,
  { base, asOf, filters }: RebookingQuery,
  callback: (client: number, visit: number, line: number, fate: Fate) => void,
) {
  const { clientStart, day } = visits
  const matches = matcherOf(visits, filters, base)
  const lastDay = Math.min(base.to, asOf)
  for (let client = 0; client < visits.clients; client++) {
    const end = clientStart[client + 1]!
    if (clientStart[client] === end || day[end - 1]! < base.from) continue
    let row = firstRowFrom(day, clientStart[client]!, end, base.from)
    if (day[row]! > lastDay || (matches.client && !matches.client(client))) continue
    while (row < end && day[row]! <= lastDay) {
      const begin = row
      while (row < end && day[row] === day[begin]) row++
      const fate = fateOf(visits, client, begin, asOf)
      for (let line = begin; line < row; line++) {
        if (matches.line && !matches.line(line)) continue
        callback(client, begin, line, fate)
      }
    }
  }
}
