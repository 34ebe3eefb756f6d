import { retentionReport } from '@comeback/retention'
import { openDuckdb, reportInDuckdb } from './duckdb.ts'
import { ms, ratio, timed } from './measure.ts'
import { openPostgres, reportInPostgres } from './postgres.ts'
import { expectSameReport, withCsv } from './sql.ts'
import { columnsOf, streamed } from './stream.ts'
import { QUERY, tenMillion } from './ten-million.ts'

/** Retention by staff for a month, one thread, against DuckDB and PostgreSQL. */
export async function benchReport() {
  const { lines, visits } = tenMillion()
  const report = () => retentionReport(visits, { ...QUERY, by: 'staff' })
  const ours = await timed(15, report)
  const stream = await streamed(columnsOf(visits, ['day', 'staff', 'revenue']))
  console.log(`month by staff, 10 M visits: ${ms(ours)}; ${ratio(ours, stream)} of streaming its columns once`)
  await withCsv(lines, async (csv) => {
    const connection = await openDuckdb(csv)
    const duckdb = await timed(9, () => reportInDuckdb(connection))
    expectSameReport(report(), await reportInDuckdb(connection))
    connection.closeSync()
    console.log(`  DuckDB, all cores: ${ms(duckdb)}; ratio ${ratio(duckdb, ours)} (target 3)`)

    const { client, loadMs, close } = await openPostgres(csv)
    const postgres = await timed(5, () => reportInPostgres(client))
    expectSameReport(report(), await reportInPostgres(client))
    await close()
    console.log(
      `  PostgreSQL: ${ms(postgres)}, loaded and indexed in ${(loadMs / 1000).toFixed(0)} s; ratio ${ratio(postgres, ours)} (target 30)`,
    )
  })
}
