import { Worker } from 'node:worker_threads'
import type { Day, Lifetime, VisitHistory, Visits } from '@comeback/retention'

export interface FitTask {
  history: VisitHistory
  asOf: Day
  /** minor units in a major one of the workspace's currency */
  minorPerMajor: number
}

const WORKER = new URL('./lifetime-worker.ts', import.meta.url)

/**
 * Fits the lifetime model in a thread of its own: seconds of arithmetic for a large salon, during which the server
 * answers. The thread does not keep the process alive.
 */
export async function fitInWorker(visits: Visits, asOf: Day, minorPerMajor: number): Promise<Lifetime> {
  const { clients, clientStart, day, revenue, unknownRevenue } = visits
  const task: FitTask = { history: { clients, clientStart, day, revenue, unknownRevenue }, asOf, minorPerMajor }
  const worker = new Worker(WORKER, { workerData: task })
  worker.unref()
  const { promise, resolve, reject } = Promise.withResolvers<Lifetime>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('the thread that fits models ended without an answer')))
  return await promise
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
