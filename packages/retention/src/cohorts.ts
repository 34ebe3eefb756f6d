import { type Day, NO_DAY } from './calendar.ts'
import { isPartial, type Months, monthsBetween } from './months.ts'
import { revenueAt, type Visits } from './visits.ts'

export interface CohortCell {
  /** calendar months after the cohort's own, from 0 */
  k: number
  /** clients ÷ size, 0–1 */
  share: number
  /** clients of the cohort with a visit in that month */
  clients: number
  /** the month is that of the as-of date and has days to come */
  partial: boolean
  /** revenue of the month per client of the cohort, minor units, unrounded; `null` when no price of its visits is known */
  revenue: number | null
}

/** The clients whose first-ever visit lies in one calendar month. */
export interface Cohort {
  /** `year · 12 + (month − 1)`, as in {@link monthOf} */
  month: number
  size: number
  /** the history starts in this month or at most two before it, so its clients may be older ones */
  mayNotBeNew: boolean
  /** one for each month from the cohort's own to that of the as-of date */
  cells: CohortCell[]
}

/**
 * Cohorts by month of the first-ever visit, as known at the end of `asOf` (METRICS §3), oldest first; months without
 * new clients are left out, and there are none when no visit is known by then. A month without visits of the cohort
 * has revenue 0 where the book has prices, `null` where it has none. Never throws. One pass over the visits.
 */
export function cohorts(visits: Visits, asOf: Day): Cohort[] {
  if (visits.firstDay === NO_DAY || visits.firstDay > asOf) return []
  const months = monthsBetween(visits.firstDay, asOf)
  const sizes = sizesOf(visits, months, asOf)
  const sums = new Sums(sizes, months.count)
  addVisits(visits, months, asOf, sums)
  const noPrices = !sums.priced.includes(1)
  return [...sizes.keys()]
    .filter((month) => sizes[month]! > 0)
    .map((month) => ({
      month: months.first + month,
      size: sizes[month]!,
      mayNotBeNew: month <= 2,
      cells: Array.from({ length: months.count - month }, (_, k) => {
        const cell = sums.offset[month]! + month + k
        const clients = sums.clients[cell]!
        const unknown = noPrices || (clients > 0 && sums.priced[cell] === 0)
        return {
          k,
          share: clients / sizes[month]!,
          clients,
          partial: isPartial(months.first + month + k, asOf),
          revenue: unknown ? null : sums.revenue[cell]! / sizes[month]!,
        }
      }),
    }))
}

/** A table of cohorts × months with the cells that exist: the month of a cohort is at offset[cohort] + month. */
class Sums {
  readonly offset: Int32Array
  readonly clients: Uint32Array
  readonly revenue: Float64Array
  /** 1 where a price is known */
  readonly priced: Uint8Array

  constructor(sizes: Uint32Array, months: number) {
    let cells = 0
    this.offset = Int32Array.from(sizes, (size, month) => {
      const begin = cells
      if (size > 0) cells += months - month
      return begin - month
    })
    this.clients = new Uint32Array(cells)
    this.revenue = new Float64Array(cells)
    this.priced = new Uint8Array(cells)
  }
}

function sizesOf({ clients, clientStart, day }: Visits, { count, offset, firstDay }: Months, asOf: Day): Uint32Array {
  const sizes = new Uint32Array(count)
  for (let client = 0; client < clients; client++) {
    const begin = clientStart[client]!
    if (begin < clientStart[client + 1]! && day[begin]! <= asOf) sizes[offset[day[begin]! - firstDay]!]!++
  }
  return sizes
}

function addVisits(visits: Visits, { offset, firstDay }: Months, asOf: Day, sums: Sums) {
  const { clientStart, day } = visits
  const { clients, revenue, priced } = sums
  for (let client = 0; client < visits.clients; client++) {
    const begin = clientStart[client]!
    const end = clientStart[client + 1]!
    if (begin === end || day[begin]! > asOf) continue
    const row0 = sums.offset[offset[day[begin]! - firstDay]!]!
    let seen = -1
    for (let row = begin; row < end && day[row]! <= asOf; row++) {
      const month = offset[day[row]! - firstDay]!
      const cell = row0 + month
      if (month !== seen) clients[cell]!++
      seen = month
      const amount = revenueAt(visits, row)
      if (Number.isNaN(amount)) continue
      revenue[cell]! += amount
      priced[cell] = 1
    }
  }
}
