import { retentionReport } from '@comeback/retention'
import { openDuckdb, reportInDuckdb } from './duckdb.ts'
import { ms, ratio, timedInTurn } from './measure.ts'
import { openPostgres, reportInPostgres } from './postgres.ts'
import { expectSameReport, withCsv } from './sql.ts'
import { columnsOf, stream } from './stream.ts'
import { QUERY, tenMillion } from './ten-million.ts'

/** Retention by staff for a month, one thread, against DuckDB and PostgreSQL. */
export async function benchReport() {
  const { lines, visits } = tenMillion()
  const report = () => retentionReport(visits, { ...QUERY, by: 'staff' })
  const streaming = () => stream(columnsOf(visits, ['day', 'staff', 'revenue']))
  const [alone, streamed] = await timedInTurn(15, [report, streaming])
  console.log(`month by staff, 10 M visits: ${ms(alone!)}; ${ratio(alone!, streamed!)} of streaming its columns once`)
  await withCsv(lines, async (csv) => {
    const connection = await openDuckdb(csv)
    const [ours, duckdb] = await timedInTurn(15, [report, () => reportInDuckdb(connection)])
    expectSameReport(report(), await reportInDuckdb(connection))
    connection.closeSync()
    console.log(`  ${ms(ours!)}, DuckDB, all cores: ${ms(duckdb!)}; ratio ${ratio(duckdb!, ours!)} (target 3)`)

    const { client, loadMs, close } = await openPostgres(csv)
    const [again, postgres] = await timedInTurn(9, [report, () => reportInPostgres(client)])
    expectSameReport(report(), await reportInPostgres(client))
    await close()
    console.log(
      `  ${ms(again!)}, PostgreSQL: ${ms(postgres!)}; ratio ${ratio(postgres!, again!)} (target 30); it took ${(loadMs / 1000).toFixed(0)} s to load and index`,
    )
  })
}
