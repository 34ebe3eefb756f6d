import { dayOf, type LineTable, NO_DAY, STATUSES } from '@comeback/retention'
import { randomFrom } from '../packages/retention/src/testing.ts'

/** Size of a made-up chain of salons. */
export interface Size {
  visits: number
  clients: number
  staff: number
  services: number
}

const FIRST_DAY = dayOf(2022, 1, 1)
const DAYS = 1461

/**
 * One line a visit over four years to the end of 2025: each client has a favourite master, a service and a rhythm of
 * their own and leaves at random. Distinct days within a client, so a line is a visit.
 */
export function makeLines(size: Size, seed = 1): LineTable {
  const random = randomFrom(seed)
  const { visits, clients } = size
  const column = () => new Int32Array(visits)
  const lines = {
    client: column(),
    day: column(),
    staff: column(),
    service: column(),
    revenue: new Float64Array(visits),
  }
  let line = 0
  for (let client = 0; client < clients; client++) {
    const share = Math.floor(((client + 1) * visits) / clients) - line
    const rhythm = Math.max(1, Math.min(60, Math.floor((DAYS - 30) / (share + 1))) * (0.4 + 0.6 * random()))
    const staff = 1 + Math.floor(random() * size.staff)
    const service = 1 + Math.floor(random() * size.services)
    let day = Math.floor(random() * Math.max(1, DAYS - share * rhythm))
    for (let visit = 0; visit < share; visit++) {
      lines.client[line] = client
      lines.day[line] = FIRST_DAY + Math.min(DAYS - share + visit, Math.floor(day))
      lines.staff[line] = random() < 0.8 ? staff : 1 + Math.floor(random() * size.staff)
      lines.service[line] = service
      lines.revenue[line] = 20_000 + Math.floor(random() * 150_000)
      day = Math.max(Math.floor(day) + 1, day + rhythm * (0.7 + 0.6 * random()))
      line++
    }
  }
  const names = (prefix: string, count: number) => [
    '',
    ...Array.from({ length: count }, (_, i) => `${prefix} ${i + 1}`),
  ]
  const services = names('Service', size.services)
  return {
    ...lines,
    length: visits,
    clients,
    appointment: Int32Array.from({ length: visits }, (_, i) => i),
    start: column(),
    status: new Uint8Array(visits).fill(STATUSES.indexOf('completed')),
    bookedDay: column().fill(NO_DAY),
    cancelledDay: column().fill(NO_DAY),
    location: column(),
    source: column(),
    bookedBy: column(),
    product: new Uint8Array(visits),
    names: {
      staff: names('Master', size.staff),
      service: services,
      serviceCategory: services.map(() => ''),
      location: [''],
      source: [''],
      bookedBy: [''],
    },
  }
}
