import assert from 'node:assert/strict'
import { cohorts, monthOf } from '@comeback/retention'
import { cohortsInDuckdb, openDuckdb } from './duckdb.ts'
import { ms, ratio, timedInTurn } from './measure.ts'
import { withCsv } from './sql.ts'
import { columnsOf, stream } from './stream.ts'
import { AS_OF, tenMillion } from './ten-million.ts'

/** Cohorts by clients and money over the whole history, one thread, against DuckDB on all cores. */
export async function benchCohorts() {
  const { lines, visits } = tenMillion()
  const work = () => cohorts(visits, AS_OF)
  const streaming = () => stream(columnsOf(visits, ['month', 'revenue']))
  const [alone, streamed] = await timedInTurn(15, [work, streaming])
  console.log(`cohorts, 10 M visits: ${ms(alone!)}; ${ratio(alone!, streamed!)} of streaming its columns once`)
  await withCsv(lines, async (csv) => {
    const connection = await openDuckdb(csv)
    const ask = () => cohortsInDuckdb(connection, monthOf(visits.firstDay))
    const [ours, duckdb] = await timedInTurn(9, [work, ask])
    const rows = (await ask()).map(({ month, k, clients, revenue }) => [month, k, clients, revenue])
    const cells = cohorts(visits, AS_OF).flatMap(({ month, size, cells }) =>
      cells
        .filter((cell) => cell.clients > 0)
        .map((cell) => [month, cell.k, cell.clients, Math.round(cell.revenue! * size)]),
    )
    assert.deepEqual(rows, cells)
    connection.closeSync()
    console.log(`  ${ms(ours!)}, DuckDB, all cores: ${ms(duckdb!)}; ratio ${ratio(duckdb!, ours!)} (target 10)`)
  })
}
