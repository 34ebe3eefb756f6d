import { buildVisits, NO_DAY, type Visits } from '@comeback/retention'
import { type ClientTable, describe, IntakeError, readBook, writeRejects } from '@comeback/server/intake'
import { todayIn } from '@comeback/server/today'
import { Failure } from './failure.ts'
import { type FileFlags, oneOf, readAsOf } from './options.ts'
import { progressLine } from './progress.ts'

export interface OpenFile {
  visits: Visits
  clients: ClientTable
  asOf: number
}

/**
 * Reads a visit file into the engine's columns. Rows that cannot be used are counted on stderr and listed in
 * `FILE.rejects.csv`. Throws a Failure naming file, row and column when the file as a whole cannot be read.
 */
export async function openVisitFile(file: string, flags: FileFlags): Promise<OpenFile> {
  const pastScheduled = oneOf('--past-scheduled', flags.pastScheduled, ['completed', 'ignored'])
  const joinBy = oneOf('--join-by', flags.joinBy, ['clientId', 'phone'])
  const asked = readAsOf(flags)
  const today = todayInZone(flags.tz)
  const progress = progressLine(`Reading ${file}`)
  try {
    const { tz: timeZone, country, currency, sheet } = flags
    const options = { timeZone, country, currency, joinBy, today, onProgress: progress.show }
    const { book, rejects, quality } = await readBook(file, sheet === undefined ? options : { ...options, sheet })
    progress.end()
    if (quality.rejected > 0) {
      const path = await writeRejects(file, rejects)
      console.error(`${quality.rejected} of ${quality.rows} rows could not be used; they are listed in ${path}`)
    }
    const visits = buildVisits(book.lines, { pastScheduled })
    if (visits.dataThrough === NO_DAY) throw new Failure(`${file}: no row of it is a visit of a known client`)
    return { visits, clients: book.clients, asOf: asked ?? Math.min(visits.dataThrough, today) }
  } catch (error) {
    progress.end()
    if (error instanceof IntakeError) throw new Failure(describe(error, 'en'))
    throw error
  }
}

function todayInZone(timeZone: string): number {
  try {
    return todayIn(timeZone)
  } catch {
    throw new Failure(`--tz ${timeZone}: not a time zone; use a name such as Europe/Kyiv`)
  }
}
