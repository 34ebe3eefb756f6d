import type { Announce } from '../http/announce.ts'
import type { Queues } from '../jobs/index.ts'
import type { ImportFolder } from './import-files.ts'
import type { RunningReads } from './running-reads.ts'

/** What the use cases of imports work with besides a scope. */
export interface ImportDeps {
  folder: ImportFolder
  queues: Queues<ImportQueue>
  maxUploadBytes: number
  reads: RunningReads
  announce: Announce
}

/** `inspect`: read a file for its columns and quality; `change`: store and take back what waits to be. */
export type ImportQueue = 'inspect' | 'change'
