import type { Day } from '../calendar.ts'
import type { VisitHistory } from '../visits.ts'

export const DAYS_PER_WEEK = 7

/** What the models know of each customer; one entry a customer, times in weeks. */
export interface RepeatColumns {
  /** repeat visits: distinct visit days − 1 */
  x: ArrayLike<number>
  /** from the first visit to the last, 0 where x is 0 */
  tx: ArrayLike<number>
  /** from the first visit to the as-of date, ≥ tx */
  T: ArrayLike<number>
  /** Σ ln(gap) over the x gaps between visits; the likelihoods of different k compare only with it */
  logGaps: ArrayLike<number>
}

export interface RepeatStatistics extends RepeatColumns {
  /** client number of each entry, ascending: those with a visit on or before the as-of date */
  client: Int32Array
  x: Int32Array
  tx: Float64Array
  T: Float64Array
  logGaps: Float64Array
}

/** Repeat visits, recency and age (METRICS §7) of every client with a visit on or before `asOf`, over distinct days. */
export function repeatStatistics(visits: VisitHistory, asOf: Day): RepeatStatistics {
  const { clientStart, day } = visits
  const known = Int32Array.from({ length: visits.clients }, (_, client) => client).filter((client) => {
    const begin = clientStart[client]!
    return begin < clientStart[client + 1]! && day[begin]! <= asOf
  })
  const x = new Int32Array(known.length)
  const tx = new Float64Array(known.length)
  const T = new Float64Array(known.length)
  const logGaps = new Float64Array(known.length)
  for (let i = 0; i < known.length; i++) {
    const begin = clientStart[known[i]!]!
    const end = clientStart[known[i]! + 1]!
    let last = day[begin]!
    for (let row = begin + 1; row < end && day[row]! <= asOf; row++) {
      if (day[row] === last) continue
      logGaps[i]! += Math.log((day[row]! - last) / DAYS_PER_WEEK)
      last = day[row]!
      x[i]!++
    }
    tx[i] = (last - day[begin]!) / DAYS_PER_WEEK
    T[i] = (asOf - day[begin]!) / DAYS_PER_WEEK
  }
  return { client: known, x, tx, T, logGaps }
}
