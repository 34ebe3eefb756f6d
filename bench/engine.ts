import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildVisits, dayOf, type LineTable, nextPeriodRule, parsePeriod, retentionReport } from '@comeback/retention'
import { DuckDBInstance } from '@duckdb/node-api'
import { ms, timed } from './measure.ts'
import { makeLines } from './salon.ts'

const SIZE = { visits: 10_000_000, clients: 500_000, staff: 200, services: 100 }

/** DuckDB's side of the same report: its own table sorted by client and day, all cores. */
const REPORT_SQL = `
  WITH served AS (
    SELECT client, staff, max(day) AS anchor, count(*) AS visits, sum(revenue) AS revenue
    FROM visits WHERE day BETWEEN $from AND $to GROUP BY client, staff
  ), clients AS (
    SELECT client, min(day) AS first, max(day) AS last, bool_or(day BETWEEN $from2 AND $to2) AS returned
    FROM visits WHERE client IN (SELECT client FROM served) GROUP BY client
  )
  SELECT staff, count(*)::INT AS served,
    count(*) FILTER (returned)::INT AS returned,
    count(*) FILTER (NOT returned AND last > anchor)::INT AS outside,
    count(*) FILTER (NOT returned AND last <= anchor)::INT AS lost,
    count(*) FILTER (first >= $from)::INT AS fresh,
    sum(visits)::INT AS visits, sum(revenue)::DOUBLE AS revenue
  FROM served JOIN clients USING (client) GROUP BY staff ORDER BY served DESC, staff`

/** Retention by staff for a month over 10 million visits, one thread, against DuckDB on all cores. */
export async function benchEngine() {
  const lines = makeLines(SIZE)
  const begin = performance.now()
  const visits = buildVisits(lines)
  const build = performance.now() - begin
  const base = parsePeriod('2025-09')!
  const rule = nextPeriodRule(base)
  const asOf = dayOf(2025, 12, 31)
  const report = () => retentionReport(visits, { base, rule, by: 'staff', filters: [], asOf })
  const ours = await timed(9, report)

  const connection = await duckdbWith(lines)
  const next = parsePeriod('2025-10')!
  const values = { from: base.from, to: base.to, from2: next.from, to2: next.to }
  const theirRows = async () => (await connection.runAndReadAll(REPORT_SQL, values)).getRowObjects()
  const theirs = await timed(9, theirRows)
  assert.deepEqual(
    Object.fromEntries(
      (await theirRows()).map((row) => [
        `Master ${row.staff}`,
        [row.served, row.returned, row.outside, row.lost, row.fresh, row.visits, row.revenue],
      ]),
    ),
    Object.fromEntries(
      report().rows.map((row) => [
        row.key,
        [row.served, row.returned, row.outside, row.lost, row.new.served, row.visits, row.revenue],
      ]),
    ),
  )
  connection.closeSync()
  console.log(
    `engine, month by staff, 10 M visits: ${ms(ours)}; DuckDB: ${ms(theirs)}; ratio ${(theirs.median / ours.median).toFixed(1)}× (target 3×)`,
  )
  console.log(`engine, building the columns of 10 M visits: ${(build / 1000).toFixed(1)} s`)
}

async function duckdbWith(lines: LineTable) {
  const folder = mkdtempSync(join(tmpdir(), 'comeback-bench-'))
  const csv = join(folder, 'visits.csv')
  const out = createWriteStream(csv)
  for (let from = 0; from < lines.length; from += 100_000) {
    let text = ''
    for (let i = from; i < Math.min(lines.length, from + 100_000); i++)
      text += `${lines.client[i]},${lines.day[i]},${lines.staff[i]},${lines.service[i]},${lines.revenue[i]}\n`
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(
    `CREATE TABLE visits AS SELECT * FROM read_csv('${csv}', header = false, columns =
      {client: 'INTEGER', day: 'INTEGER', staff: 'SMALLINT', service: 'SMALLINT', revenue: 'INTEGER'}) ORDER BY client, day`,
  )
  rmSync(folder, { recursive: true })
  return connection
}
