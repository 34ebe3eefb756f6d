import { firstRowFrom } from './columns.ts'
import { matcherOf } from './grouping.ts'
import { fateOf } from './held.ts'
import { compareCodePoints } from './names.ts'
import { GROUPINGS, type Selection } from './query.ts'
import { RebookingTally } from './rebooking-tally.ts'
import type { Visits } from './visits.ts'

/** Beside those of every report: the weekday of the visit, and who made the booking that is held. */
export const REBOOKING_GROUPINGS = [...GROUPINGS, 'weekday', 'bookedBy'] as const
export type RebookingGrouping = (typeof REBOOKING_GROUPINGS)[number]

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
  const tallies = [new RebookingTally(visits, 'all', query.base)]
  if (query.by !== 'all') tallies.push(new RebookingTally(visits, query.by, query.base))
  addVisits(visits, query, tallies)
  const [total, rows] = tallies.map((tally) => tally.rows())
  const size = (row: RebookingRow) => (query.by === 'bookedBy' ? row.rebooked : row.visits)
  return {
    total: total![0]!,
    rows: (rows ?? [])
      .filter((row) => size(row) > 0)
      .sort((a, b) => size(b) - size(a) || compareCodePoints(a.key ?? '', b.key ?? '')),
  }
}

function addVisits(visits: Visits, { base, asOf, filters }: RebookingQuery, tallies: readonly RebookingTally[]) {
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
        for (const tally of tallies) tally.add(client, begin, line, fate)
      }
    }
  }
}
