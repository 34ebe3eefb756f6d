import { IntakeError } from '../errors.ts'

/** What Excel itself allows. */
const MOST_ROWS = 1_048_576
/** Columns no export of visits comes near to. */
export const MOST_COLUMNS = 500
/** Cells of a sheet once its rows are filled up to the same width. */
const MOST_CELLS = 20_000_000
/** Bytes of all parts of a workbook together: read-excel-file needs some ten times as much memory. */
export const MOST_UNPACKED = 150 << 20

/** Refuses a sheet that would take up too much memory, by the numbers of its last row and column. */
export function checkSize(rows: number, columns: number): void {
  if (rows > MOST_ROWS || rows * columns > MOST_CELLS) throw tooLarge()
  if (columns > MOST_COLUMNS) throw new IntakeError('tooManyColumns', { limit: MOST_COLUMNS })
}

export function tooLarge(): IntakeError {
  return new IntakeError('workbookTooLarge', { limit: MOST_UNPACKED >> 20 })
}
