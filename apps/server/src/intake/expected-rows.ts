import { IntakeError } from './errors.ts'
import type { Table } from './readers/table.ts'

/** How far off the estimate may be before a file is refused unread: its first rows may be much shorter than the rest. */
const MARGIN = 3

/**
 * Rows a file will have, by the length of its first ones: room made once need not be moved. Throws `tooManyRows` when
 * that is far beyond the limit, so that nobody waits, and no memory is taken, for a file that is refused in the end.
 */
export function expectedRows({ head, size, format, encoding }: Table, maxRows: number): number {
  if (format !== 'csv') return 1024
  const bytes = head.reduce((sum, row) => sum + bytesOf(row.join(), encoding) + 1, 0)
  const rows = Math.ceil((size / Math.max(bytes / head.length, 2)) * 1.02)
  if (rows > MARGIN * maxRows) throw new IntakeError('tooManyRows', { limit: maxRows })
  return Math.min(rows, maxRows) + 16
}

function bytesOf(text: string, encoding: string | null): number {
  if (encoding === 'utf8') return Buffer.byteLength(text)
  return encoding?.startsWith('utf16') ? text.length * 2 : text.length
}
