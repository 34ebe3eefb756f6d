import { type Grouping, retentionScreen } from '@comeback/retention'
import { ms, ratio, timed } from './measure.ts'
import { columnsOf, streamed } from './stream.ts'
import { QUERY, tenMillion } from './ten-million.ts'

/** The tiles take the total and newness; then the five tabs of groups. */
export const SCREEN: Grouping[] = ['newness', 'staff', 'service', 'category', 'location', 'source']

/** The whole Retention screen: tiles, five groupings, lost list with cadence, curve and cohorts, one thread, nothing kept. */
export async function benchScreen() {
  const { visits } = tenMillion()
  const ours = await timed(9, () => retentionScreen(visits, QUERY, SCREEN))
  const stream = await streamed(columnsOf(visits, ['day', 'staff', 'service', 'location', 'revenue', 'source']))
  console.log(
    `whole Retention screen, 10 M visits: ${ms(ours)} (target 500); ${ratio(ours, stream)} of streaming its columns once`,
  )
}
