import { NO_DAY } from './calendar.ts'
import type { ServedRun } from './served-runs.ts'
import { revenueAt, type Visits } from './visits.ts'

/** Sums over the matching lines of one client after another. */
export class LineSums {
  /** distinct days, and those of them with a line of known price */
  visits = 0
  pricedVisits = 0
  /** known revenue, minor units */
  revenue = 0
  private readonly columns: Visits
  private readonly passes: ((row: number) => boolean) | null

  /** `passes`: the filters on lines, `null` when there are none. */
  constructor(columns: Visits, passes: ((row: number) => boolean) | null) {
    this.columns = columns
    this.passes = passes
  }

  turnTo({ first, to }: Readonly<ServedRun>) {
    const { day } = this.columns
    let lastDay = NO_DAY
    let lastPricedDay = NO_DAY
    this.visits = 0
    this.pricedVisits = 0
    this.revenue = 0
    for (let row = first; row < to; row++) {
      if (this.passes && !this.passes(row)) continue
      if (day[row] !== lastDay) {
        lastDay = day[row]!
        this.visits++
      }
      const revenue = revenueAt(this.columns, row)
      if (Number.isNaN(revenue)) continue
      this.revenue += revenue
      if (day[row] === lastPricedDay) continue
      lastPricedDay = day[row]!
      this.pricedVisits++
    }
  }
}
