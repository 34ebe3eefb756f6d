import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { ms, timed, watchPeak } from './measure.ts'
import { LINES, writeVisitFile } from './visit-file.ts'

const CLI = join(import.meta.dirname, '../apps/cli/src/main.ts')

/** The same report over the file by DuckDB: read_csv and SQL, all cores. */
const FILE_SQL = (csv: string) => `
  WITH visits AS (SELECT client_id AS client, staff, starts_at::DATE AS day, price FROM read_csv('${csv}')),
  served AS (SELECT client, staff, max(day) AS anchor FROM visits
    WHERE day BETWEEN DATE '2025-09-01' AND DATE '2025-09-30' GROUP BY client, staff),
  clients AS (SELECT client, bool_or(day BETWEEN DATE '2025-10-01' AND DATE '2025-10-31') AS returned
    FROM visits WHERE client IN (SELECT client FROM served) GROUP BY client)
  SELECT staff, count(*)::INT AS served, count(*) FILTER (returned)::INT AS returned
  FROM served JOIN clients USING (client) GROUP BY staff`

/** `comeback report` on a CSV of a million lines, start of the process to its end, against DuckDB on the same file. */
export async function benchCli() {
  const folder = mkdtempSync(join(tmpdir(), 'comeback-bench-'))
  const csv = join(folder, 'visits.csv')
  await writeVisitFile(csv)
  const args = ['report', csv, '--base', '2025-09', '--return', 'next', '--by', 'staff', '--json']
  let peak = 0
  let report = ''
  const ours = await timed(3, async () => {
    const run = await runMeasured([CLI, ...args])
    peak = Math.max(peak, run.peakBytes)
    report = run.output
  })
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const theirRows = async () => (await connection.runAndReadAll(FILE_SQL(csv))).getRowObjects()
  const theirs = await timed(3, theirRows)
  assert.deepEqual(
    Object.fromEntries((await theirRows()).map((row) => [row.staff, [row.served, row.returned]])),
    Object.fromEntries(
      JSON.parse(report).rows.map((row: { key: string; served: number; returned: number }) => [
        row.key,
        [row.served, row.returned],
      ]),
    ),
  )
  connection.closeSync()
  const size = statSync(csv).size / 1e6
  rmSync(folder, { recursive: true })
  const rate = Math.round(LINES / (ours.median / 1000) / 1000)
  console.log(
    `CLI, 1 M lines (${size.toFixed(0)} MB) end to end: ${ms(ours)}, ${rate}k lines/s (target 250k), peak ${(peak / 2 ** 20).toFixed(0)} MiB (target < 1024)`,
  )
  console.log(`  DuckDB read_csv + report: ${ms(theirs)}; ratio ${(ours.median / theirs.median).toFixed(1)}× its time`)
}

async function runMeasured(args: string[]): Promise<{ output: string; peakBytes: number }> {
  const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'comeback-bench-compile'), ...process.env }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const peak = watchPeak(child.pid)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const [code] = await once(child, 'close')
  assert.equal(code, 0)
  return { output, peakBytes: peak() }
}
