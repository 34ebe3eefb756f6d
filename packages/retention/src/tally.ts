import { NO_DAY } from './calendar.ts'
import { groupsOf } from './grouping.ts'
import { type Members, membersOf } from './members.ts'
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
  const members = membersOf(visits, query, judged, groups)
  addMembers(members, judged, tally)
  addLines(judged, revenue, members.groupOf, tally)
  return tally
}

function addMembers({ length, entry, group, outcome, same }: Members, { isNew }: Judged, tally: Tally) {
  const { clients, newClients, returnedSame } = tally
  for (let i = 0; i < length; i++) {
    const cell = group[i]! * OUTCOMES.length + outcome[i]!
    clients[cell]!++
    newClients[cell]! += isNew[entry[i]!]!
    returnedSame[group[i]!]! += same[i]!
  }
}

function addLines({ entry, day }: Served, amounts: Float64Array, groupOf: Int32Array, tally: Tally) {
  const { visits, pricedVisits, revenue } = tally
  const lastEntry = new Int32Array(visits.length).fill(-1)
  const lastDay = new Int32Array(visits.length)
  const lastPricedDay = new Int32Array(visits.length)
  for (let line = 0; line < entry.length; line++) {
    const group = groupOf[line]!
    const today = day[line]!
    if (lastEntry[group] !== entry[line]) {
      lastEntry[group] = entry[line]!
      lastDay[group] = NO_DAY
      lastPricedDay[group] = NO_DAY
    }
    if (lastDay[group] !== today) {
      lastDay[group] = today
      visits[group]!++
    }
    const amount = amounts[line]!
    if (Number.isNaN(amount)) continue
    revenue[group]! += amount
    if (lastPricedDay[group] === today) continue
    lastPricedDay[group] = today
    pricedVisits[group]!++
  }
}
