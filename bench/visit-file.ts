import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { formatDay } from '@comeback/retention'
import { makeLines } from './salon.ts'

export const LINES = 1_000_000
const CLIENTS = 60_000
const HEADER = 'appointment_id,client_id,client_name,phone,starts_at,status,staff,service,category,price,discount\n'

/** A canonical visit file of a million lines, one an appointment: 60,000 clients, 40 masters, four years. */
export async function writeVisitFile(path: string) {
  const lines = makeLines({ visits: LINES, clients: CLIENTS, staff: 40, services: 60 })
  const out = createWriteStream(path)
  out.write(HEADER)
  for (let from = 0; from < LINES; from += 20_000) {
    let text = ''
    for (let i = from; i < from + 20_000; i++) {
      const time = `${String(9 + (i % 11)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`
      const service = `${lines.names.staff[lines.staff[i]!]},${lines.names.service[lines.service[i]!]},Hair`
      text += `A${i},${contact(lines.client[i]!)},${formatDay(lines.day[i]!)} ${time},completed,${service},${lines.revenue[i]! / 100},0\n`
    }
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** A canonical visit file of the day after those of {@link writeVisitFile}: 700 of its clients. */
export function writeDayFile(path: string) {
  const day = Array.from({ length: 700 }, (_, i) => {
    const contacts = contact((i * 83) % CLIENTS)
    return `D${i},${contacts},2026-01-02 10:00,completed,Master ${1 + (i % 40)},Service 1,Hair,800,0\n`
  })
  writeFileSync(path, HEADER + day.join(''))
}

function contact(client: number): string {
  return `C${client},Олена Клієнт ${client},+38050${String(1_000_000 + client)}`
}
