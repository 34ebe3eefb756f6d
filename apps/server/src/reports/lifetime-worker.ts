import { parentPort, workerData } from 'node:worker_threads'
import { lifetimeOf } from '@comeback/retention'
import { buffersOf } from '../in-thread.ts'
import type { FitTask } from './fit-in-worker.ts'

// The thread of fitInWorker: fits one salon's model, answers and ends.

const { history, asOf, minorPerMajor } = workerData as FitTask
const lifetime = lifetimeOf(history, asOf, { minorPerMajor })
parentPort!.postMessage(lifetime, buffersOf(lifetime))
