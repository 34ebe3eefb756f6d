import Papa from 'papaparse'
import writeExcelFile from 'write-excel-file/node'
import { FORMULA } from '../formulas.ts'
import type { Language } from '../languages.ts'
import { CELL_WORDS, COLUMN_NAMES, type ColumnName } from './column-names.ts'

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

/** How the values of a column are written. */
export type CellKind = 'text' | 'word' | 'date' | 'count' | 'share' | 'money' | 'days' | 'number'

/** A value as the engine has it: money in minor units, shares 0–1, dates as ISO texts; `null` leaves the cell empty. */
export interface Sheet {
  columns: { name: ColumnName; kind: CellKind }[]
  rows: (string | number | null)[][]
  currency: string
  language: Language
}

/** A sheet as a file. Texts that a spreadsheet would run as a formula are kept as texts. */
export async function writeFile(sheet: Sheet, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(format === 'csv' ? writeCsv(sheet) : await writeXlsx(sheet))
}

const BYTE_ORDER_MARK = '\uFEFF'

/** With a byte order mark, without which Excel takes UTF-8 for the local 8-bit encoding. */
function writeCsv(sheet: Sheet): Uint8Array {
  const fields = sheet.columns.map(({ name }) => COLUMN_NAMES[name][sheet.language])
  const data = sheet.rows.map((row) => row.map((value, i) => cellValue(sheet, sheet.columns[i]!.kind, value)))
  return new TextEncoder().encode(BYTE_ORDER_MARK + Papa.unparse({ fields, data }, { escapeFormulae: FORMULA }))
}

async function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  const header = sheet.columns.map(({ name }) => ({
    value: COLUMN_NAMES[name][sheet.language],
    type: String,
    fontWeight: 'bold' as const,
  }))
  const body = sheet.rows.map((row) =>
    row.map((value, i) => {
      const { kind } = sheet.columns[i]!
      const cell = cellValue(sheet, kind, value)
      if (cell === null) return null
      return typeof cell === 'number' ? { value: cell, type: Number, ...formatOf(kind) } : { value: cell, type: String }
    }),
  )
  const columns = sheet.columns.map(({ kind }) => ({ width: kind === 'text' ? 24 : 14 }))
  return await writeExcelFile([header, ...body], { columns, stickyRowsCount: 1 }).toBuffer()
}

function formatOf(kind: CellKind): { format?: string } {
  if (kind === 'share') return { format: '0.0%' }
  return kind === 'number' ? { format: '0.0' } : {}
}

function cellValue(sheet: Sheet, kind: CellKind, value: string | number | null): string | number | null {
  if (value === null) return null
  switch (kind) {
    case 'word':
      return CELL_WORDS[value]?.[sheet.language] ?? value
    case 'money':
      return Math.round(Number(value)) / 10 ** fractionDigits(sheet.currency)
    case 'days':
      return Math.round(Number(value))
    case 'share':
      return rounded(value, 4)
    case 'number':
      return rounded(value, 2)
    default:
      return value
  }
}

/** Digits nobody can rely on only make a file hard to read. */
function rounded(value: string | number, digits: number): number {
  return Math.round(Number(value) * 10 ** digits) / 10 ** digits
}

function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
