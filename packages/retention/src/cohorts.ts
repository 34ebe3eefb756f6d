import { type Day, monthOf, NO_DAY } from './calendar.ts'
import { isPartial } from './months.ts'
import type { Visits } from './visits.ts'

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
  const first = monthOf(visits.firstDay)
  const sums = sumByCohort(visits, monthOf(asOf) - first + 1, asOf)
  const noPrices = sums.every((cohort) => cohort === null || cohort.revenue.every(isUnknown))
  return sums.flatMap((cohort, month) => {
    if (!cohort) return []
    const size = cohort.clients[month]!
    const cells = Array.from(cohort.clients.subarray(month), (clients, k) => {
      const revenue = cohort.revenue[month + k]!
      return {
        k,
        share: clients / size,
        clients,
        partial: isPartial(first + month + k, asOf),
        revenue: noPrices || (clients > 0 && isUnknown(revenue)) ? null : (revenue + 0) / size,
      }
    })
    return [{ month: first + month, size, mayNotBeNew: month <= 2, cells }]
  })
}

/** Of one cohort, by months since the first of the book. */
interface CohortSums {
  /** clients with a visit */
  clients: Uint32Array
  /** minor units; −0 until a price is known, which no sum of known prices is */
  revenue: Float64Array
}

function isUnknown(revenue: number): boolean {
  return Object.is(revenue, -0)
}

/** By months since the first, `count` of them: the cohort, `null` where nobody began. */
function sumByCohort(visits: Visits, count: number, asOf: Day): (CohortSums | null)[] {
  const { clientStart, lastDay, day, month, revenue: amounts, unknownRevenue } = visits
  const cohorts = new Array<CohortSums | null>(count).fill(null)
  // a function of its own: it is optimised as such, where a loop this long would be while it runs
  const addRows = ({ clients, revenue }: CohortSums, begin: number, end: number) => {
    let seen = -1
    for (let row = begin; row < end; row++) {
      const at = month[row]!
      // 1 in a new month: a branch would be guessed wrong every other time
      clients[at]! += (seen - at) >>> 31
      seen = at
      const amount = amounts[row]!
      // −0, the sum of nothing, adds nothing: chosen without a branch, too
      revenue[at]! += amount === unknownRevenue || Number.isNaN(amount) ? -0 : amount
    }
  }
  for (let client = 0; client < visits.clients; client++) {
    const begin = clientStart[client]!
    let end = clientStart[client + 1]!
    // the days themselves are read for few: that column is as large as the other two together
    if (lastDay[client]! > asOf) while (end > begin && day[end - 1]! > asOf) end--
    if (begin === end) continue
    const own = month[begin]!
    cohorts[own] ??= { clients: new Uint32Array(count), revenue: new Float64Array(count).fill(-0) }
    addRows(cohorts[own], begin, end)
  }
  return cohorts
}
