import { NO_DAY } from './calendar.ts'
import { groupsOf } from './grouping.ts'
import { forEachMember, groupOfLines } from './members.ts'
import { type Judged, OUTCOMES } from './outcome.ts'
import type { Grouping, ReturnQuery } from './query.ts'
import type { Served } from './served.ts'
import { revenueAt, type Visits } from './visits.ts'

/** The counts and sums of one grouping, an entry a group. */
export interface Tally {
  names: readonly string[]
  /** served clients by outcome, and the new ones among them: entry group · OUTCOMES.length + outcome */
  clients: Uint32Array
  newClients: Uint32Array
  /** returned clients whose return has a line of the group */
  returnedSame: Uint32Array
  /** distinct (client, day) with a matching line, and those of them with a known price */
  visits: Uint32Array
  pricedVisits: Uint32Array
  /** known revenue of the matching lines, minor units */
  revenue: Float64Array
}

/** Revenue of each matching line in minor units, NaN when the price is unknown. */
export function revenueOfLines(visits: Visits, { row }: Served): Float64Array {
  const revenue = new Float64Array(row.length)
  for (let line = 0; line < row.length; line++) revenue[line] = revenueAt(visits, row[line]!)
  return revenue
}

/** Counts the served clients and sums their matching lines, of this {@link revenueOfLines}, by group. */
export function tallyServed(
  visits: Visits,
  query: ReturnQuery,
  judged: Judged,
  revenue: Float64Array,
  by: Grouping,
): Tally {
  const groups = groupsOf(visits, by, query.base)
  const size = groups.names.length
  const tally: Tally = {
    names: groups.names,
    clients: new Uint32Array(size * OUTCOMES.length),
    newClients: new Uint32Array(size * OUTCOMES.length),
    returnedSame: new Uint32Array(size),
    visits: new Uint32Array(size),
    pricedVisits: new Uint32Array(size),
    revenue: new Float64Array(size),
  }
  const { clients, newClients, returnedSame } = tally
  const groupOf = groupOfLines(judged, groups)
  forEachMember(visits, query, judged, groups, groupOf, (entry, group, line, outcome, same) => {
    const cell = group * OUTCOMES.length + outcome
    clients[cell]!++
    newClients[cell]! += judged.isNew[entry]!
    if (same) returnedSame[group]!++
    addLines(judged, revenue, groupOf, entry, line, tally)
  })
  return tally
}

/** Adds the lines of a client that are in the group of `last`, the last of them. */
function addLines(
  { start, day }: Served,
  revenue: Float64Array,
  groupOf: Int32Array,
  entry: number,
  last: number,
  tally: Tally,
) {
  const group = groupOf[last]!
  let visitDay = NO_DAY
  let pricedDay = NO_DAY
  for (let line = start[entry]!; line <= last; line++) {
    if (groupOf[line] !== group) continue
    if (day[line] !== visitDay) {
      visitDay = day[line]!
      tally.visits[group]!++
    }
    const amount = revenue[line]!
    if (Number.isNaN(amount)) continue
    tally.revenue[group]! += amount
    if (day[line] === pricedDay) continue
    pricedDay = day[line]!
    tally.pricedVisits[group]!++
  }
}
