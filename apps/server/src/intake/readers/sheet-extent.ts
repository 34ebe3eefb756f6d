import { tooLarge } from './zip.ts'

/** What Excel itself allows, and the cells a sheet may have once its rows are filled up to the same width. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
const MOST_CELLS = 20_000_000

/**
 * Refuses a sheet whose row and column numbers would blow it up: the reader fills every gap with empty cells, so a few
 * bytes can ask for any amount of memory.
 */
export function checkExtent(sheet: Buffer): void {
  let rows = 0
  let columns = 0
  for (const [, tag, attributes] of sheet.toString('latin1').matchAll(/<(?:\w+:)?(row|c)\b([^>]*)/g)) {
    const reference = /\br="([A-Za-z]*)(\d+)"/.exec(attributes!)
    if (tag === 'row') rows = Math.max(rows + 1, Number(reference?.[2] ?? 0))
    else if (reference) {
      rows = Math.max(rows, Number(reference[2]))
      columns = Math.max(columns, columnNumber(reference[1]!))
    }
    if (rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_CELLS) throw tooLarge()
  }
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
