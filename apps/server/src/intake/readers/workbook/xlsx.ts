import { readSheet } from 'read-excel-file/node'
import { looksLikeVisits } from '../../columns/find-header.ts'
import { IntakeError } from '../../errors.ts'
import { cutCell, numberText, tableOfRows } from '../rows-table.ts'
import type { Table } from '../table.ts'
import type { Unpacked } from '../zip.ts'
import { checkExtent, sheetNames } from './sheet-extent.ts'

const SHEETS_TRIED = 10

type Cell = string | number | boolean | Date | null

/** Opens a sheet of a workbook: the one asked for, else the first that looks like visits, else the first. */
export async function openXlsx({ file, parts }: Unpacked, asked: string | undefined): Promise<Table> {
  for (const [name, content] of parts) if (name.startsWith('xl/worksheets/')) checkExtent(content)
  const sheets = sheetNames(parts.get('xl/workbook.xml')!)
  if (asked !== undefined && !sheets.includes(asked)) throw new IntakeError('sheetNotFound', { value: asked, sheets })
  const { sheet, rows } = asked === undefined ? await firstOfVisits(file, sheets) : await read(file, asked)
  return tableOfRows(rows, file.length, { format: 'xlsx', sheets, sheet })
}

interface Sheet {
  sheet: string
  rows: string[][]
}

async function firstOfVisits(file: Buffer, sheets: readonly string[]): Promise<Sheet> {
  let first: Sheet | undefined
  for (const name of sheets.slice(0, SHEETS_TRIED)) {
    const sheet = await read(file, name)
    if (looksLikeVisits(sheet.rows)) return sheet
    if (!first || first.rows.length === 0) first = sheet
  }
  if (!first) throw new IntakeError('unreadableWorkbook')
  return first
}

async function read(file: Buffer, sheet: string): Promise<Sheet> {
  try {
    const rows = (await readSheet(file, sheet)) as Cell[][]
    return { sheet, rows: rows.map((row) => row.map((cell) => cutCell(textOf(cell)))) }
  } catch {
    // the library's errors name XML elements, which help nobody
    throw new IntakeError('unreadableWorkbook')
  }
}

/** The text a CSV export would have: dates as local ISO, numbers so that no decimal point looks like thousands. */
function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) {
    const text = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString()
    // a time of day without a date is a serial below 1
    if (cell.getTime() < Date.UTC(1900, 0, 1)) return text.slice(11, 19)
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
  }
  return typeof cell === 'number' ? numberText(String(cell)) : String(cell)
}
