import type { Day, Lifetime, VisitHistory, Visits } from '@comeback/retention'
import { inThread } from '../in-thread.ts'

export interface FitTask {
  history: VisitHistory
  asOf: Day
  /** minor units in a major one of the workspace's currency */
  minorPerMajor: number
}

const WORKER = new URL('./lifetime-worker.ts', import.meta.url)

/** Fits the lifetime model in a thread of its own: seconds of arithmetic for a large salon. */
export function fitInWorker(visits: Visits, asOf: Day, minorPerMajor: number): Promise<Lifetime> {
  const { clients, clientStart, day, revenue, unknownRevenue } = visits
  const task: FitTask = { history: { clients, clientStart, day, revenue, unknownRevenue }, asOf, minorPerMajor }
  return inThread(WORKER, task)
}

/** Fits one after another, whosever they are: each takes a core for itself. */
export class FitQueue {
  private last: Promise<unknown> = Promise.resolve()

  run(visits: Visits, asOf: Day, minorPerMajor: number): Promise<Lifetime> {
    const fit = this.last.then(() => fitInWorker(visits, asOf, minorPerMajor))
    this.last = fit.catch(() => {})
    return fit
  }
}
