import { parentPort, workerData } from 'node:worker_threads'
import { lifetimeOf } from '@comeback/retention'
import type { FitTask } from './fit-in-worker.ts'

// The thread of fitInWorker: fits one salon's model, answers and ends.

const { history, asOf, minorPerMajor } = workerData as FitTask
const lifetime = lifetimeOf(history, asOf, { minorPerMajor })
const columns = [lifetime.pAlive, lifetime.expectedVisits12m, lifetime.value12m]
parentPort!.postMessage(
  lifetime,
  columns.map((column) => column.buffer as ArrayBuffer),
)
