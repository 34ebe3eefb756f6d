import { fitLifetime, repeatStatistics } from '@comeback/retention'
import { ms, ratio, timed } from './measure.ts'
import { columnsOf, streamed } from './stream.ts'
import { AS_OF, SIZE, tenMillion } from './ten-million.ts'

/** MBG/CNBD-k, k from 1 to 12, and Gamma–Gamma for all clients, one thread. */
export async function benchFit() {
  const { visits } = tenMillion()
  const model = fitLifetime(visits, AS_OF)
  const { client, x, tx, T } = repeatStatistics(visits, AS_OF)
  const histories = new Set(
    client
      .map((_, i) => i)
      .values()
      .map((i) => `${x[i]} ${tx[i]} ${T[i]}`),
  )
  const ours = await timed(3, () => fitLifetime(visits, AS_OF))
  const stream = await streamed(columnsOf(visits, ['day', 'revenue']))
  const k = 'k' in model ? `k = ${model.k}` : model.reason
  console.log(
    `MBG/CNBD-k fit, ${SIZE.clients} clients, ${histories.size} distinct histories, ${k}: ${ms(ours)} (target 10 s); ${ratio(ours, stream)} of streaming its columns once`,
  )
}
