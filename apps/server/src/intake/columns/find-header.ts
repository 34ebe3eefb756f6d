import { normaliseWords } from '../words/normalise.ts'
import { CLIENT_HEADERS, HEADERS } from './headers.ts'
import { meaningOf } from './meaning.ts'

/** Titles and filters that some systems print above the header do not take more rows. */
const ROWS_SEARCHED = 15

const KNOWN = new Set([
  ...CLIENT_HEADERS,
  ...Object.values(HEADERS).flatMap(({ exact, known }) => [...exact, ...known]),
])

/**
 * The header of a column in plain words, without what stands in brackets or after a comma: `Ціна (грн)`, `Сума, ₴`,
 * `VisitDate`, `Client #`.
 */
export function shortHeader(header: string): string {
  const words = header
    .replace(/\(.*?\)|\[.*?\]|,.*$/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L}\s*)#/gu, '$1 number')
  return normaliseWords(words)
}

/** Whether a header, as {@link shortHeader} makes it, names a field. */
export function isKnownHeader(short: string): boolean {
  return KNOWN.has(short) || meaningOf(short)?.unsure === 0
}

/** How many cells of a row are headers we know. */
export function countRecognised(row: readonly string[]): number {
  return new Set(row.map(shortHeader).filter(isKnownHeader)).size
}

/** Whether a header of visits is among the first rows. */
export function looksLikeVisits(rows: readonly string[][]): boolean {
  return rows.slice(0, ROWS_SEARCHED).some((row) => countRecognised(row) >= 2)
}

/** Position of the header among the first rows: the one that says most; the first row with text when none does. */
export function findHeader(rows: readonly string[][]): number {
  const counts = rows.slice(0, ROWS_SEARCHED).map(countRecognised)
  const best = Math.max(...counts)
  if (best > 0) return counts.indexOf(best)
  return Math.max(0, rows.findIndex(hasText))
}

/** Whether a row that should be the header holds data: a date, an amount, a phone number. */
export function looksLikeData(row: readonly string[]): boolean {
  return row.some((cell) => /^\s*[+(]?[\d][\d\s.,:/()+-]*\s*$/.test(cell) || /@/.test(cell))
}

export function hasText(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '')
}
