import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import Papa from 'papaparse'
import { FORMULA } from '../formulas.ts'
import { describeReject, type IntakeLanguage, rejectColumns } from './describe.ts'
import { openTable } from './open-table.ts'
import type { Reject } from './parsed-book.ts'

export interface RejectsFile {
  /** where to write; default the visit file's path with `.rejects.csv` behind it */
  to?: string
  language?: IntakeLanguage
  /** sheet of a workbook that was read, and the row its header stands in */
  sheet?: string | null
  headerRow?: number
  /** encoding it was read in */
  encoding?: string | null
}

/**
 * Writes the rows that were left out as a CSV file: row number, reason, what to do, then the cells as they stand in the
 * visit file, which is read a second time for them. Gives the path written to.
 */
export async function writeRejects(
  path: string,
  rejects: readonly Reject[],
  options: RejectsFile = {},
): Promise<string> {
  const { to = `${path}.rejects.csv`, language = 'en', headerRow = 1, sheet, encoding } = options
  const table = await openTable(path, { ...(sheet != null && { sheet }), ...(encoding != null && { encoding }) })
  const byRow = new Map(rejects.map((reject) => [reject.row, reject]))
  const titles = rejectColumns(language)
  const out = createWriteStream(to)
  const write = (cells: readonly string[]) => out.write(`${Papa.unparse([cells], { escapeFormulae: FORMULA })}\r\n`)
  // a mark makes spreadsheets read the file as UTF-8
  out.write('\ufeff')
  write([titles.row, titles.reason, titles.remedy, ...(table.head[headerRow - 1] ?? [])])
  await table.read(
    (rows, firstRow) => {
      for (let i = 0; i < rows.length; i++) {
        const reject = byRow.get(firstRow + i)
        if (!reject) continue
        const { reason, remedy } = describeReject(reject, language)
        write([String(reject.row), reject.column ? `${reject.column}: ${reason}` : reason, remedy, ...rows[i]!])
      }
    },
    () => {},
    undefined,
  )
  out.end()
  await finished(out)
  return to
}
