import Papa from 'papaparse'
import { DEMO_COLUMNS, type DemoRow } from './demo-rows.ts'

/** A visit file with the canonical header: UTF-8 text without a byte order mark, commas, CRLF line ends. */
export function writeDemoCsv(rows: readonly DemoRow[]): string {
  return `${Papa.unparse([...rows], { columns: [...DEMO_COLUMNS] })}\r\n`
}
