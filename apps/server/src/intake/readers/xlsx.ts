import { readSheet } from 'read-excel-file/node'
import { countRecognised } from '../columns/find-header.ts'
import { IntakeError } from '../errors.ts'
import { checkExtent } from './sheet-extent.ts'
import { HEAD_ROWS, type OnRows, type Table } from './table.ts'
import { unpackWorkbook } from './zip.ts'

/** Packed; larger ones unpack to more than can be read anyway. */
const LARGEST_FILE = 100 << 20
const SHEETS_TRIED = 10
const ROWS_AT_ONCE = 5000

type Cell = string | number | boolean | Date | null

/** Opens a sheet of a workbook: the one asked for, else the first that looks like visits, else the first. */
export async function openXlsx(path: string, size: number, asked: string | undefined): Promise<Table> {
  if (size > LARGEST_FILE) throw new IntakeError('fileTooLarge', { limit: LARGEST_FILE >> 20 })
  const sheets = sheetNames(await unpackWorkbook(path))
  if (asked !== undefined && !sheets.includes(asked)) throw new IntakeError('sheetNotFound', { value: asked, sheets })
  const { sheet, rows } = asked === undefined ? await firstOfVisits(path, sheets) : await read(path, asked)
  if (rows.length === 0) throw new IntakeError('emptyFile')
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets,
    sheet,
    size,
    head: rows.slice(0, HEAD_ROWS),
    read: async (onRows, onProgress, signal) => hand(rows, size, onRows, onProgress, signal),
  }
}

interface Sheet {
  sheet: string
  rows: string[][]
}

/** Names of the sheets; checks on the way that none of them is a bomb. */
function sheetNames(parts: Map<string, Buffer>): string[] {
  const workbook = parts.get('xl/workbook.xml')
  if (!workbook) throw new IntakeError('unreadableWorkbook')
  for (const [name, content] of parts) if (name.startsWith('xl/worksheets/')) checkExtent(content)
  const names = workbook.toString('utf8').matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)
  return Array.from(names, ([, name]) => unescapeXml(name!))
}

async function firstOfVisits(path: string, sheets: readonly string[]): Promise<Sheet> {
  let first: Sheet | undefined
  for (const name of sheets.slice(0, SHEETS_TRIED)) {
    const sheet = await read(path, name)
    if (sheet.rows.slice(0, 15).some((row) => countRecognised(row) >= 2)) return sheet
    if (!first || first.rows.length === 0) first = sheet
  }
  if (!first) throw new IntakeError('unreadableWorkbook')
  return first
}

async function read(path: string, sheet: string): Promise<Sheet> {
  try {
    const rows = (await readSheet(path, sheet)) as Cell[][]
    return { sheet, rows: rows.map((row) => row.map(textOf)) }
  } catch {
    // the library's errors name XML elements, which help nobody
    throw new IntakeError('unreadableWorkbook')
  }
}

function hand(
  rows: readonly string[][],
  size: number,
  onRows: OnRows,
  onProgress: (bytesDone: number) => void,
  signal: AbortSignal | undefined,
): void {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    signal?.throwIfAborted()
    onRows(rows.slice(from, from + ROWS_AT_ONCE), from + 1, null)
    onProgress(Math.round((size * Math.min(from + ROWS_AT_ONCE, rows.length)) / rows.length))
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
  if (typeof cell !== 'number' || Number.isInteger(cell)) return String(cell)
  return /\.\d{3}$/.test(String(cell)) ? `${cell}0` : String(cell)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}
