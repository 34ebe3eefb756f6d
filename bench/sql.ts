import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LineTable, RetentionReport } from '@comeback/retention'

/** A row of the month-by-staff report as the peers' SQL answers it. */
export interface StaffRow {
  staff: number
  served: number
  returned: number
  outside: number
  lost: number
  fresh: number
  visits: number
  revenue: number
}

/** Fails unless the peer's rows are the engine's. */
export function expectSameReport(report: RetentionReport, rows: readonly StaffRow[]) {
  const theirs = rows.map(({ staff, served, returned, outside, lost, fresh, visits, revenue }) => [
    `Master ${staff}`,
    [served, returned, outside, lost, fresh, visits, revenue],
  ])
  const ours = report.rows.map((row) => [
    row.key,
    [row.served, row.returned, row.outside, row.lost, row.new.served, row.visits, row.revenue],
  ])
  assert.deepEqual(Object.fromEntries(theirs), Object.fromEntries(ours))
}

/** Columns of {@link withCsv}'s file. */
export const CSV_COLUMNS = ['client', 'day', 'staff', 'service', 'revenue'] as const

/** Writes the lines as a CSV the peers can load (their server may run as another user), and removes it afterwards. */
export async function withCsv<T>(lines: LineTable, use: (csv: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'comeback-bench-'))
  chmodSync(folder, 0o755)
  const csv = join(folder, 'visits.csv')
  const out = createWriteStream(csv)
  for (let from = 0; from < lines.length; from += 100_000) {
    let text = ''
    for (let i = from; i < Math.min(lines.length, from + 100_000); i++)
      text += `${CSV_COLUMNS.map((column) => lines[column][i]).join()}\n`
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  try {
    return await use(csv)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
