import Papa from 'papaparse'
import { countRecognised } from '../columns/find-header.ts'

const DELIMITERS = [',', ';', '\t', '|']
const LINES_TRIED = 30

/** The delimiter under which the header says most and the rows agree on their width. */
export function detectDelimiter(text: string, newline: '\n' | '\r'): string {
  const hint = /^sep=(.)\r?\n/i.exec(text)
  if (hint) return hint[1]!
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: LINES_TRIED })
    const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''))
    const width = Math.max(0, ...rows.map((row) => row.length))
    const agreeing = rows.filter((row) => row.length === width).length / Math.max(rows.length, 1)
    const recognised = Math.max(0, ...rows.slice(0, LINES_TRIED).map(countRecognised))
    return recognised * 10 + (width > 1 ? agreeing * 5 + Math.min(width, 50) / 100 : 0)
  })
  return DELIMITERS[scores.indexOf(Math.max(...scores))]!
}
