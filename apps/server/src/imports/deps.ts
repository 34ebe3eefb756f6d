import type { Queues } from '../jobs/index.ts'
import type { ImportFolder } from './import-files.ts'
import type { RunningInspections } from './running-inspections.ts'

/** What the use cases of imports work with besides a scope. */
export interface ImportDeps {
  folder: ImportFolder
  queues: Queues<ImportQueue>
  maxUploadBytes: number
  inspections: RunningInspections
}

/** `inspect`: read a file for its columns and quality; `change`: store and take back what waits to be. */
export type ImportQueue = 'inspect' | 'change'
