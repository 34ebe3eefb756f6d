import type { IntakeOptions } from '../intake/index.ts'
import type { ImportRow } from './tables.ts'

/** How intake is to read the file of an import. */
export function intakeOptions({ options, fileName }: Pick<ImportRow, 'options' | 'fileName'>): IntakeOptions {
  const { pastScheduled: _, ...reading } = options
  return { ...reading, fileName }
}
