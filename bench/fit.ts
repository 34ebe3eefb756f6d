import { fitLifetime, repeatStatistics } from '@comeback/retention'
import { ms, ratio, timedInTurn } from './measure.ts'
import { columnsOf, stream } from './stream.ts'
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
  const columns = columnsOf(visits, ['day', 'revenue'])
  const [ours, streamed] = await timedInTurn(3, [() => fitLifetime(visits, AS_OF), () => stream(columns)])
  const k = 'k' in model ? `k = ${model.k}` : model.reason
  console.log(
    `MBG/CNBD-k fit, ${SIZE.clients} clients, ${histories.size} distinct histories, ${k}: ${ms(ours!)} (target 10 s); ${ratio(ours!, streamed!)} of streaming its columns once`,
  )
}
