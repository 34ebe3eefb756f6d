import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { formatDay } from '@comeback/retention'
import { makeLines } from './salon.ts'

export const LINES = 1_000_000

/** A canonical visit file of a million lines, one an appointment: 60,000 clients, 40 masters, four years. */
export async function writeVisitFile(path: string) {
  const lines = makeLines({ visits: LINES, clients: 60_000, staff: 40, services: 60 })
  const out = createWriteStream(path)
  out.write('appointment_id,client_id,client_name,phone,starts_at,status,staff,service,category,price,discount\n')
  for (let from = 0; from < LINES; from += 20_000) {
    let text = ''
    for (let i = from; i < from + 20_000; i++) {
      const client = lines.client[i]!
      const time = `${String(9 + (i % 11)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`
      text += `A${i},C${client},Олена Клієнт ${client},+38050${String(1_000_000 + client)},${formatDay(lines.day[i]!)} ${time},completed,${lines.names.staff[lines.staff[i]!]},${lines.names.service[lines.service[i]!]},Hair,${lines.revenue[i]! / 100},0\n`
    }
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
