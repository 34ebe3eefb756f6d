import { Parser } from 'htmlparser2'
import { looksLikeVisits } from '../../columns/find-header.ts'
import { IntakeError } from '../../errors.ts'
import { cutCell, numberText, tableOfRows } from '../rows-table.ts'
import { checkSize } from '../sheet-limits.ts'
import type { Table } from '../table.ts'
import type { Unpacked } from '../zip.ts'

interface Sheet {
  name: string
  rows: string[][]
}

/** Opens a sheet of an OpenDocument spreadsheet, chosen as in a workbook of Excel. */
export function openOds({ file, parts }: Unpacked, asked: string | undefined): Table {
  const content = parts.get('content.xml')
  if (!content) throw new IntakeError('unreadableWorkbook')
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data')) throw new IntakeError('encryptedWorkbook')
  const sheets = readSheets(content.toString('utf8'))
  const names = sheets.map(({ name }) => name)
  const sheet =
    asked === undefined
      ? (sheets.find(({ rows }) => looksLikeVisits(rows)) ?? sheets.find(({ rows }) => rows.length > 0) ?? sheets[0])
      : sheets.find(({ name }) => name === asked)
  if (!sheet && asked !== undefined) throw new IntakeError('sheetNotFound', { value: asked, sheets: names })
  if (!sheet) throw new IntakeError('unreadableWorkbook')
  return tableOfRows(sheet.rows, file.length, { format: 'ods', sheets: names, sheet: sheet.name })
}

/** Cells and rows say how often they are repeated: empty ones up to the end of the sheet, which are not made. */
function readSheets(xml: string): Sheet[] {
  const sheets: Sheet[] = []
  let row: string[] = []
  let emptyCells = 0
  let emptyRows = 0
  let rowTimes = 1
  let cell: { text: string; value: string | null; times: number } | null = null
  let paragraphs = 0
  const endCell = () => {
    if (!cell) return
    const text = cutCell(cell.value ?? cell.text)
    if (text === '') emptyCells += cell.times
    else {
      checkSize(1, row.length + emptyCells + cell.times)
      row.push(...Array<string>(emptyCells).fill(''), ...Array<string>(cell.times).fill(text))
      emptyCells = 0
    }
    cell = null
  }
  const endRow = () => {
    const rows = sheets.at(-1)?.rows
    if (!rows) return
    if (row.length === 0) emptyRows += rowTimes
    else {
      checkSize(rows.length + emptyRows + rowTimes, row.length)
      for (let i = 0; i < emptyRows; i++) rows.push([])
      for (let i = 0; i < rowTimes; i++) rows.push(row)
      emptyRows = 0
    }
    row = []
    emptyCells = 0
  }
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === 'table:table') {
          sheets.push({ name: attributes['table:name'] ?? `#${sheets.length + 1}`, rows: [] })
          emptyRows = 0
        } else if (tag === 'table:table-row') rowTimes = times(attributes['table:number-rows-repeated'])
        else if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') {
          const columns = times(attributes['table:number-columns-repeated'])
          cell = { text: '', value: storedValue(attributes), times: columns }
          paragraphs = 0
        } else if (tag === 'text:p' && cell && paragraphs++ > 0) cell.text += '\n'
        else if (tag === 'text:s' && cell) cell.text += ' '
      },
      ontext(piece) {
        if (cell && paragraphs > 0) cell.text += piece
      },
      onclosetag(tag) {
        if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') endCell()
        else if (tag === 'table:table-row') endRow()
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return sheets
}

function times(repeated: string | undefined): number {
  return Math.max(1, Number.parseInt(repeated ?? '1', 10) || 1)
}

/** What a cell holds besides what it shows: a date in one form, a number with all its digits. */
function storedValue(attributes: Record<string, string>): string | null {
  switch (attributes['office:value-type']) {
    case 'date':
      return attributes['office:date-value']?.replace(/T00:00:00$/, '') ?? null
    case 'time': {
      const [, hours, minutes] = /^PT(\d+)H(\d+)M/.exec(attributes['office:time-value'] ?? '') ?? []
      return hours === undefined ? null : `${hours}:${minutes}`
    }
    case 'float':
    case 'currency':
      return attributes['office:value'] ? numberText(attributes['office:value']) : null
    default:
      return null
  }
}
