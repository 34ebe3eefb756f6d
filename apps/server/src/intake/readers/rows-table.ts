import { IntakeError } from '../errors.ts'
import { HEAD_ROWS, type Table } from './table.ts'

const ROWS_AT_ONCE = 5000
/** A cell this long is a mistake; a row with one is rejected, and the rest of the text need not be kept. */
const LONGEST_CELL = 40_000

/** A table whose rows are in memory. Throws IntakeError `emptyFile` when there are none. */
export function tableOfRows(
  rows: readonly string[][],
  size: number,
  about: Pick<Table, 'format' | 'sheets' | 'sheet'> & { encoding?: string | null },
): Table {
  if (rows.length === 0) throw new IntakeError('emptyFile')
  return {
    encoding: null,
    delimiter: null,
    ...about,
    size,
    head: rows.slice(0, HEAD_ROWS),
    async read(onRows, onProgress, signal) {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        signal?.throwIfAborted()
        onRows(rows.slice(from, from + ROWS_AT_ONCE), from + 1, null)
        onProgress(Math.round((size * Math.min(from + ROWS_AT_ONCE, rows.length)) / rows.length))
      }
    },
  }
}

export function cutCell(text: string): string {
  return text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text
}

/** A number as a program stores it, so that its decimal point does not look like one of thousands. */
export function numberText(text: string): string {
  return /\.\d{3}$/.test(text) ? `${text}0` : text
}
