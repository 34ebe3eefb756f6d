import { Parser } from 'htmlparser2'
import iconv from 'iconv-lite'
import { looksLikeVisits } from '../columns/find-header.ts'
import { IntakeError } from '../errors.ts'
import { detectEncoding } from './encoding/detect.ts'
import { cutCell, tableOfRows } from './rows-table.ts'
import { checkSize, MOST_COLUMNS, MOST_UNPACKED } from './sheet-limits.ts'
import type { Source } from './source.ts'
import type { Table } from './table.ts'

/**
 * A page of HTML with a table of visits in it, which several systems call `.xls`: the first table that looks like
 * visits, else the longest. A cell over several columns fills them all. Throws `notAVisitFile` without a table.
 */
export async function openHtml(source: Source): Promise<Table> {
  if (source.size > MOST_UNPACKED) throw new IntakeError('fileTooLarge', { limit: MOST_UNPACKED >> 20 })
  const bytes = await source.whole()
  const found = await detectEncoding(source)
  const encoding = declaredEncoding(bytes) ?? found
  if (!encoding) throw new IntakeError('notAVisitFile')
  const tables = readTables(iconv.decode(bytes, encoding.name))
  const longest = tables.toSorted((a, b) => b.length - a.length)[0]
  if (!longest) throw new IntakeError('notAVisitFile')
  const rows = tables.find(looksLikeVisits) ?? longest
  return tableOfRows(rows, bytes.length, { format: 'html', sheets: null, sheet: null, encoding: encoding.name })
}

/** What the page says of itself where its bytes leave it open; UTF-8 speaks for itself. */
function declaredEncoding(bytes: Buffer): { name: string } | null {
  if (bytes.subarray(0, 2).readUInt16BE(0) >= 0xfeff) return null
  const said = /charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2048))?.[1]?.toLowerCase()
  return said && /^(?:windows-|koi8|iso-8859-[25])/.test(said) && iconv.encodingExists(said) ? { name: said } : null
}

function readTables(text: string): string[][][] {
  const tables: string[][][] = []
  // tables inside a cell are tables of their own
  const open: { rows: string[][]; cell: string | null; span: number }[] = []
  const endCell = () => {
    const table = open.at(-1)
    const row = table?.rows.at(-1)
    if (!table || !row || table.cell === null) return
    const cell = cutCell(table.cell.replace(/[\s\u00a0]+/g, ' ').trim())
    for (let i = 0; i < table.span; i++) row.push(i === 0 ? cell : '')
    checkSize(table.rows.length, row.length)
    table.cell = null
  }
  const parser = new Parser(
    {
      onopentag(tag, { colspan }) {
        if (tag === 'table') {
          const rows: string[][] = []
          tables.push(rows)
          open.push({ rows, cell: null, span: 1 })
        }
        const table = open.at(-1)
        if (!table) return
        if (tag === 'tr') table.rows.push([])
        if (tag === 'td' || tag === 'th') {
          endCell()
          table.cell = ''
          table.span = Math.min(Math.max(Number.parseInt(colspan ?? '1', 10) || 1, 1), MOST_COLUMNS + 1)
        }
        if (tag === 'br' && table.cell !== null) table.cell += ' '
      },
      ontext(piece) {
        const table = open.at(-1)
        if (table && table.cell !== null) table.cell += piece
      },
      onclosetag(tag) {
        if (tag === 'td' || tag === 'th' || tag === 'tr') endCell()
        if (tag === 'table') {
          endCell()
          open.pop()
        }
      },
    },
    { lowerCaseTags: true },
  )
  parser.end(text)
  return tables.map((rows) => rows.filter((row) => row.length > 0)).filter((rows) => rows.length > 1)
}
