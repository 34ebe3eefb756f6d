import assert from 'node:assert/strict'
import { cohorts, monthOf } from '@comeback/retention'
import { cohortsInDuckdb, openDuckdb } from './duckdb.ts'
import { ms, ratio, timed } from './measure.ts'
import { withCsv } from './sql.ts'
import { columnsOf, streamed } from './stream.ts'
import { AS_OF, tenMillion } from './ten-million.ts'

/** Cohorts by clients and money over the whole history, one thread, against DuckDB on all cores. */
export async function benchCohorts() {
  const { lines, visits } = tenMillion()
  const ours = await timed(15, () => cohorts(visits, AS_OF))
  const stream = await streamed(columnsOf(visits, ['day', 'revenue']))
  console.log(`cohorts, 10 M visits: ${ms(ours)}; ${ratio(ours, stream)} of streaming its columns once`)
  await withCsv(lines, async (csv) => {
    const connection = await openDuckdb(csv)
    const ask = () => cohortsInDuckdb(connection, monthOf(visits.firstDay))
    const duckdb = await timed(9, ask)
    const rows = (await ask()).map(({ month, k, clients, revenue }) => [month, k, clients, revenue])
    const cells = cohorts(visits, AS_OF).flatMap(({ month, size, cells }) =>
      cells
        .filter((cell) => cell.clients > 0)
        .map((cell) => [month, cell.k, cell.clients, Math.round(cell.revenue! * size)]),
    )
    assert.deepEqual(rows, cells)
    connection.closeSync()
    console.log(`  DuckDB, all cores: ${ms(duckdb)}; ratio ${ratio(duckdb, ours)} (target 10)`)
  })
}
