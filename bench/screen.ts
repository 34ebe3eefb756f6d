import { type Grouping, retentionScreen } from '@comeback/retention'
import { ms, ratio, timedInTurn } from './measure.ts'
import { columnsOf, stream } from './stream.ts'
import { QUERY, tenMillion } from './ten-million.ts'

/** The tiles take the total and newness; then the five tabs of groups. */
export const SCREEN: Grouping[] = ['newness', 'staff', 'service', 'category', 'location', 'source']

/** The whole Retention screen: tiles, five groupings, lost list with cadence, curve and cohorts, one thread, nothing kept. */
export async function benchScreen() {
  const { visits } = tenMillion()
  const columns = columnsOf(visits, ['day', 'staff', 'service', 'location', 'revenue', 'source'])
  const [ours, streamed] = await timedInTurn(15, [() => retentionScreen(visits, QUERY, SCREEN), () => stream(columns)])
  console.log(
    `whole Retention screen, 10 M visits: ${ms(ours!)} (target 500); ${ratio(ours!, streamed!)} of streaming its columns once`,
  )
}
