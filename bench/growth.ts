import { availableParallelism, cpus, totalmem } from 'node:os'
import { buildVisits, cohorts, fitLifetime, retentionReport, retentionScreen, returnCurve } from '@comeback/retention'
import { timed } from './measure.ts'
import { makeLines } from './salon.ts'
import { SCREEN } from './screen.ts'
import { AS_OF, QUERY } from './ten-million.ts'

/** From one salon to a chain: 20 visits a client. */
const SIZES = [
  { visits: 10_000, staff: 5 },
  { visits: 100_000, staff: 20 },
  { visits: 1_000_000, staff: 60 },
  { visits: 10_000_000, staff: 200 },
]

/** How cost grows with the visits, one thread, as the table of docs/performance.md; medians in milliseconds. */
export async function benchGrowth() {
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  console.log(
    `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${memory} GiB, Node ${process.version}, one thread\n`,
  )
  console.log('| visits | clients | columns | month by staff | whole screen | cohorts | curve | fit |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const { visits: count, staff } of SIZES) {
    const lines = makeLines({ visits: count, clients: count / 20, staff, services: 100 })
    const visits = buildVisits(lines)
    const runs = count < 10_000_000 ? 9 : 5
    const figures = [
      await timed(count < 10_000_000 ? 5 : 1, () => buildVisits(lines)),
      await timed(runs, () => retentionReport(visits, { ...QUERY, by: 'staff' })),
      await timed(runs, () => retentionScreen(visits, QUERY, SCREEN)),
      await timed(runs, () => cohorts(visits, AS_OF)),
      await timed(runs, () => returnCurve(visits, { ...QUERY, by: 'all' })),
      await timed(count < 10_000_000 ? 3 : 1, () => fitLifetime(visits, AS_OF)),
    ]
    const cells = figures.map(({ median }) => (median < 10 ? median.toFixed(1) : median.toFixed(0)))
    console.log(`| ${[count, count / 20, ...cells].join(' | ')} |`)
  }
}
