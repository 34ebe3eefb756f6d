import type { Day } from '../calendar.ts'
import { revenueAt, type VisitHistory } from '../visits.ts'

export interface Tickets {
  /** per client: visit days after the first with revenue above zero */
  count: Int32Array
  /** per client: their mean revenue in major units, 0 without any */
  mean: Float64Array
}

/**
 * Tickets of every client's repeat visits up to `asOf` (METRICS §7), a day's lines being one ticket. Days whose lines
 * are all of unknown price are no tickets. `minorPerMajor` is 100 for kopecks.
 */
export function repeatTickets(visits: VisitHistory, asOf: Day, minorPerMajor: number): Tickets {
  const { clientStart, day } = visits
  const count = new Int32Array(visits.clients)
  const mean = new Float64Array(visits.clients)
  for (let client = 0; client < visits.clients; client++) {
    const end = clientStart[client + 1]!
    let row = clientStart[client]!
    const firstDay = day[row]
    let sum = 0
    while (row < end && day[row]! <= asOf) {
      const today = day[row]!
      let revenue = 0
      for (; row < end && day[row] === today; row++) revenue += revenueAt(visits, row) || 0
      if (today === firstDay || revenue <= 0) continue
      count[client]!++
      sum += revenue
    }
    if (count[client]! > 0) mean[client] = sum / count[client]! / minorPerMajor
  }
  return { count, mean }
}
