import { basename } from 'node:path'
import { buildVisits, NO_DAY, type Visits } from '@comeback/retention'
import { type ClientTable, describe, IntakeError, nothingUsable, readBook, writeRejects } from '@comeback/server/intake'
import { Failure } from './failure.ts'
import { readIntakeFlags } from './intake-flags.ts'
import { oneOf } from './one-of.ts'
import { type FileFlags, readAsOf } from './options.ts'
import { progressLine } from './progress.ts'
import { takenFor } from './taken-for.ts'

export interface OpenFile {
  visits: Visits
  clients: ClientTable
  asOf: number
}

/**
 * Reads a visit file into the engine's columns. Rows that cannot be used are counted on stderr and listed in
 * `FILE.rejects.csv`; a line on stderr says which column was taken for what. Throws a Failure naming file, row and column when the file as a whole cannot be read.
 */
export async function openVisitFile(file: string, flags: FileFlags): Promise<OpenFile> {
  const pastScheduled = oneOf('--past-scheduled', flags.pastScheduled, ['completed', 'ignored'])
  const options = readIntakeFlags(flags)
  const { today } = options
  const asked = readAsOf(flags)
  const progress = progressLine(`Reading ${file}`)
  try {
    const { book, rejects, quality, inspection } = await readBook(file, { ...options, onProgress: progress.show })
    progress.end()
    if (!flags.json) console.error(takenFor(file, inspection))
    if (quality.rejected > 0) {
      const path = await writeRejects(file, rejects, inspection)
      console.error(`${quality.rejected} of ${quality.rows} rows could not be used; they are listed in ${path}`)
    }
    const unusable = nothingUsable(basename(file), quality, rejects)
    if (unusable) throw unusable
    const visits = buildVisits(book.lines, { pastScheduled })
    if (visits.dataThrough === NO_DAY) throw new Failure(`${file}: no row of it is a visit of a known client`)
    return { visits, clients: book.clients, asOf: asked ?? Math.min(visits.dataThrough, today) }
  } catch (error) {
    progress.end()
    if (error instanceof IntakeError) throw new Failure(describe(error, 'en'))
    throw error
  }
}
