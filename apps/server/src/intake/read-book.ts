import { basename } from 'node:path'
import type { Day } from '@comeback/retention'
import { rejectDisagreements } from './appointments/disagreements.ts'
import { Assembly } from './assemble.ts'
import { IntakeError } from './errors.ts'
import { expectedRows } from './expected-rows.ts'
import { finishBook } from './finish-book.ts'
import type { Inspection } from './inspection.ts'
import type { IntakeOptions } from './options.ts'
import type { DataQuality, ParsedBook, Reject } from './parsed-book.ts'
import { type Prepared, prepare } from './prepare.ts'
import { appointmentFacts, dataQuality, defaultAsOf } from './quality.ts'
import { RejectList } from './reject-list.ts'

export interface ReadOptions extends IntakeOptions {
  /** called about once a megabyte */
  onProgress?: (bytesDone: number, bytesTotal: number) => void
  /** stops the reading with the signal's reason */
  signal?: AbortSignal
}

export interface ReadBook {
  book: ParsedBook
  /** in the order of the file; of a hopeless file the first 100,000, while `quality.rejected` counts them all */
  rejects: Reject[]
  quality: DataQuality
  inspection: Inspection
  /** day the data reaches (METRICS rule 2), `null` without a single service */
  asOf: Day | null
}

/**
 * Reads a visit file: rows become lines of appointments, and every row that cannot be used becomes a reject. Holds
 * columns, never the file. Throws IntakeError when the file as a whole is unusable.
 */
export async function readBook(path: string, options: ReadOptions = {}): Promise<ReadBook> {
  const { signal, onProgress } = options
  const prepared = await prepare(path, options, signal)
  const { inspection, reader, names, settings, table } = prepared
  const [ambiguous] = inspection.ambiguous
  const fileName = options.fileName ?? basename(path)
  try {
    if (ambiguous) throw new IntakeError('ambiguousColumns', ambiguous)
    if (inspection.missing.length > 0) throw new IntakeError('missingColumns', { fields: inspection.missing })
    const assembly = new Assembly(reader, names, settings, new RejectList(), expectedRows(table, settings.maxRows))
    await table.read(
      (rows, firstRow, broken) => addRows(assembly, prepared, rows, firstRow, broken),
      (bytesDone) => onProgress?.(bytesDone, table.size),
      signal,
    )
    assembly.settle()
    const keep = rejectDisagreements(assembly, (field) => names[reader.places[field]] ?? null)
    const book = finishBook(assembly, keep, reader.zone)
    const facts = appointmentFacts(book.lines)
    const asOf = defaultAsOf(book.lines, settings.today)
    const quality = dataQuality(book, assembly, facts, options.asOf ?? asOf)
    return { book, rejects: assembly.rejects.sorted(), quality, inspection, asOf }
  } catch (error) {
    throw error instanceof IntakeError ? error.in(fileName) : error
  }
}

function addRows(
  assembly: Assembly,
  { headerIndex, settings }: Prepared,
  rows: readonly string[][],
  firstRow: number,
  broken: ReadonlySet<number> | null,
): void {
  for (let i = Math.max(0, headerIndex + 2 - firstRow); i < rows.length; i++) {
    const cells = rows[i]!
    if (isBlank(cells)) continue
    const row = firstRow + i
    if (broken?.has(i)) assembly.rejectBroken(row, cells)
    else assembly.add(cells, row)
  }
  if (assembly.rows > settings.maxRows) throw new IntakeError('tooManyRows', { limit: settings.maxRows })
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}
