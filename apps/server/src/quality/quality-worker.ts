import { parentPort, workerData } from 'node:worker_threads'
import { headlineOf } from '../intake/index.ts'
import type { QualityTask } from './get-quality.ts'

// The thread of getQuality: builds the columns once for each kind of doubtful rows, answers and ends.

const { book, asOf, rules } = workerData as QualityTask
parentPort!.postMessage(headlineOf(book, asOf, rules))
