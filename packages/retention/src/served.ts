import type { Day } from './calendar.ts'
import { firstRowFrom } from './columns.ts'
import { type Groups, groupsOf, isNew, matcherOf } from './grouping.ts'
import type { Grouping, ReturnQuery } from './query.ts'
import { revenueAt, type Visits } from './visits.ts'

/** What became of a served client: exactly one. The order is the code in {@link Served.outcome}. */
export const OUTCOMES = ['returned', 'open', 'outside', 'booked', 'lost'] as const
export type Outcome = (typeof OUTCOMES)[number]

const [RETURNED, OPEN, OUTSIDE, BOOKED, LOST] = [0, 1, 2, 3, 4] as const

/** Served clients of one grouping, an entry for each client and group they were served in, and the groups' sums. */
export interface Served {
  names: readonly string[]
  length: number
  client: Int32Array
  group: Int32Array
  /** day of the last matching visit in the base period */
  anchor: Int32Array
  outcome: Uint8Array
  /** 1 when the client's first-ever visit falls inside the base period */
  isNew: Uint8Array
  /** 1 when a visit that makes the client returned has a matching line of the group */
  same: Uint8Array
  /** per group: distinct (client, day) with a matching line */
  visits: Float64Array
  /** per group: sum of known revenue, minor units */
  revenue: Float64Array
  /** per group: visits with at least one matching line of known price */
  pricedVisits: Float64Array
}

/**
 * Classifies every served client (METRICS §1) under each grouping, in one pass over the visits.
 * Time: one read of the day column, then work in proportion to the base period's rows.
 */
export function servedClients(visits: Visits, query: ReturnQuery, groupings: readonly Grouping[]): Served[] {
  const { base, asOf } = query
  const { clientStart, day } = visits
  const matches = matcherOf(visits, query.filters, base)
  const tallies = groupings.map((by) => new Tally(visits, groupsOf(visits, by, base), matches.line, query))
  const lastBaseDay = Math.min(base.to, asOf)
  for (let client = 0; client < visits.clients; client++) {
    const end = clientStart[client + 1]!
    if (clientStart[client] === end || day[end - 1]! < base.from) continue
    const from = firstRowFrom(day, clientStart[client]!, end, base.from)
    if (day[from]! > lastBaseDay) continue
    let to = from + 1
    while (to < end && day[to]! <= lastBaseDay) to++
    if (matches.client && !matches.client(client)) continue
    let known = to
    while (known < end && day[known]! <= asOf) known++
    for (const tally of tallies) tally.add(client, from, to, known)
  }
  return tallies.map((tally) => tally.finish())
}

/** One grouping's share of the pass. */
class Tally {
  private readonly pairs = { client: [] as number[], group: [] as number[], anchor: [] as number[] }
  private readonly flags = { outcome: [] as number[], isNew: [] as number[], same: [] as number[] }
  private readonly seenBy: Int32Array
  private readonly lastDay: Int32Array
  private readonly lastPricedDay: Int32Array
  private readonly sums: Pick<Served, 'visits' | 'revenue' | 'pricedVisits'>
  private readonly visits: Visits
  private readonly groups: Groups
  private readonly passes: ((row: number) => boolean) | null
  private readonly query: ReturnQuery

  constructor(visits: Visits, groups: Groups, passes: ((row: number) => boolean) | null, query: ReturnQuery) {
    this.visits = visits
    this.groups = groups
    this.passes = passes
    this.query = query
    const count = groups.names.length
    this.seenBy = new Int32Array(count).fill(-1)
    this.lastDay = new Int32Array(count)
    this.lastPricedDay = new Int32Array(count)
    this.sums = {
      visits: new Float64Array(count),
      revenue: new Float64Array(count),
      pricedVisits: new Float64Array(count),
    }
  }

  /** Rows `from … to − 1` of the client lie in the base period, rows up to `known − 1` on or before the as-of date. */
  add(client: number, from: number, to: number, known: number) {
    const { day } = this.visits
    for (let row = to - 1; row >= from; row--) {
      if (this.passes && !this.passes(row)) continue
      const group = this.groupOf(client, row)
      const first = this.seenBy[group] !== client
      if (first) {
        this.seenBy[group] = client
        this.emit(client, group, row, known)
      }
      this.count(group, row, day[row]!, first)
    }
  }

  private groupOf(client: number, row: number): number {
    return this.groups.level === 'client' ? this.groups.of(client) : this.groups.of[this.groups.column[row]!]!
  }

  private count(group: number, row: number, day: Day, first: boolean) {
    if (first || this.lastDay[group] !== day) {
      this.lastDay[group] = day
      this.sums.visits[group]!++
    }
    if (first) this.lastPricedDay[group] = day + 1
    const revenue = revenueAt(this.visits, row)
    if (Number.isNaN(revenue)) return
    this.sums.revenue[group]! += revenue
    if (this.lastPricedDay[group] !== day) {
      this.lastPricedDay[group] = day
      this.sums.pricedVisits[group]!++
    }
  }

  private emit(client: number, group: number, anchorRow: number, known: number) {
    const { day } = this.visits
    const { rule, asOf } = this.query
    const anchor = day[anchorRow]!
    let next = anchorRow + 1
    while (next < known && day[next] === anchor) next++
    const from = rule.kind === 'period' ? rule.from : anchor + 1
    const to = rule.kind === 'period' ? rule.to : anchor + rule.days
    let back = next
    while (back < known && day[back]! < from) back++
    const returned = back < known && day[back]! <= to
    const outcome = returned
      ? RETURNED
      : asOf < to
        ? OPEN
        : next < known
          ? OUTSIDE
          : hasFutureAppointment(this.visits, client, asOf)
            ? BOOKED
            : LOST
    this.pairs.client.push(client)
    this.pairs.group.push(group)
    this.pairs.anchor.push(anchor)
    this.flags.outcome.push(outcome)
    this.flags.isNew.push(isNew(this.visits, client, this.query.base) ? 1 : 0)
    this.flags.same.push(returned && this.matchesAgain(client, group, back, known, to) ? 1 : 0)
  }

  /** The filters select the visits of the base period only: a return counts whatever it was for. */
  private matchesAgain(client: number, group: number, from: number, known: number, lastDay: Day): boolean {
    for (let row = from; row < known && this.visits.day[row]! <= lastDay; row++) {
      if (this.groupOf(client, row) === group) return true
    }
    return false
  }

  finish(): Served {
    return {
      names: this.groups.names,
      length: this.pairs.client.length,
      client: Int32Array.from(this.pairs.client),
      group: Int32Array.from(this.pairs.group),
      anchor: Int32Array.from(this.pairs.anchor),
      outcome: Uint8Array.from(this.flags.outcome),
      isNew: Uint8Array.from(this.flags.isNew),
      same: Uint8Array.from(this.flags.same),
      ...this.sums,
    }
  }
}

/** Whether the client holds an appointment dated after `asOf`, booked by then and not cancelled by then (rule 2, 3). */
export function hasFutureAppointment(visits: Visits, client: number, asOf: Day): boolean {
  const { clientStart, day, bookedDay, cancelledDay, visitsAreHeld } = visits.bookings
  if (visitsAreHeld) {
    const end = visits.clientStart[client + 1]!
    if (end > visits.clientStart[client]! && visits.day[end - 1]! > asOf) return true
  }
  for (let row = clientStart[client + 1]! - 1; row >= clientStart[client]! && day[row]! > asOf; row--) {
    if (bookedDay[row]! <= asOf && cancelledDay[row]! > asOf) return true
  }
  return false
}
