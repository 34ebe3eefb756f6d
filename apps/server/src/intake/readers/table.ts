/** Receives consecutive rows. `broken` holds the positions of rows whose quotes do not match. */
export type OnRows = (rows: string[][], firstRow: number, broken: ReadonlySet<number> | null) => void

export const TABLE_FORMATS = ['csv', 'xlsx', 'ods', 'html'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** A file as rows of text, whatever its format. Row numbers are 1-based and count every row, blank ones too. */
export interface Table {
  format: TableFormat
  /** `null` for a workbook */
  encoding: string | null
  delimiter: string | null
  /** names of a workbook's sheets and the one being read */
  sheets: string[] | null
  sheet: string | null
  /** bytes */
  size: number
  /** first rows, enough to recognise the columns by */
  head: string[][]
  /** Reads it all from the start, in pieces; may be called again. An exception of `onRows` stops it and comes through. */
  read(onRows: OnRows, onProgress: (bytesDone: number) => void, signal: AbortSignal | undefined): Promise<void>
}

/** Rows of the head: titles and blank lines above the header, and some rows of data below it. */
export const HEAD_ROWS = 200
