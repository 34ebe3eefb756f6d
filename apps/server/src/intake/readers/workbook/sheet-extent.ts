import { Parser } from 'htmlparser2'
import { checkSize } from '../sheet-limits.ts'

/**
 * Refuses a sheet whose row and column numbers would blow it up: the reader fills every gap with empty cells, so a few
 * bytes can ask for any amount of memory.
 */
export function checkExtent(sheet: Buffer): void {
  let rows = 0
  let columns = 0
  const parser = new Parser(
    {
      onopentag(tag, { r = '' }) {
        const name = localName(tag)
        if (name !== 'row' && name !== 'c') return
        const [, letters, number] = /^([A-Za-z]*)(\d*)$/.exec(r) ?? []
        rows = Math.max(name === 'row' ? rows + 1 : rows, Number(number ?? 0))
        if (name === 'c') columns = Math.max(columns, columnNumber(letters ?? ''))
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.end(sheet.toString('latin1'))
  checkSize(rows, columns)
}

/** Names of the sheets in `xl/workbook.xml`. */
export function sheetNames(workbook: Buffer): string[] {
  const names: string[] = []
  const parser = new Parser(
    {
      onopentag(tag, { name }) {
        if (localName(tag) === 'sheet' && name !== undefined) names.push(name)
      },
    },
    { xmlMode: true },
  )
  parser.end(workbook.toString('utf8'))
  return names
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
