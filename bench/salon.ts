import { dayOf, type LineTable, NO_DAY, STATUSES } from '@comeback/retention'
import { randomFrom } from '../packages/retention/src/random.ts'

/** Size of a made-up chain of salons. */
export interface Size {
  visits: number
  clients: number
  staff: number
  services: number
}

const FIRST_DAY = dayOf(2022, 1, 1)
const DAYS = 1461
const LOCATIONS = 10
const CATEGORIES = 12
const SOURCES = 8

/** Days between visits of the most and the least frequent client. */
const RHYTHM = { shortest: 14, longest: 75 }

/**
 * One line a visit over four years to the end of 2025: each client has a favourite master, a service and a rhythm of
 * their own; most come a few times and some for years, so every month has new clients and lost ones. Distinct days
 * within a client, so a line is a visit.
 */
export function makeLines(size: Size, seed = 1): LineTable {
  const random = randomFrom(seed)
  const { visits, clients } = size
  const upTo = (count: number) => 1 + Math.floor(random() * count)
  const column = () => new Int32Array(visits)
  const lines = {
    client: column(),
    day: column(),
    staff: column(),
    service: column(),
    location: column(),
    source: column(),
    revenue: new Float64Array(visits),
  }
  let line = 0
  for (const [client, share] of shares(size, random).entries()) {
    const longest = Math.min(RHYTHM.longest, (DAYS - 30) / share)
    const rhythm = Math.max(1, Math.min(longest, RHYTHM.shortest * (RHYTHM.longest / RHYTHM.shortest) ** random()))
    const staff = upTo(size.staff)
    const service = upTo(size.services)
    const source = upTo(SOURCES)
    let day = Math.floor(random() * (DAYS - (share - 1) * rhythm))
    for (let visit = 0; visit < share; visit++) {
      lines.client[line] = client
      lines.day[line] = FIRST_DAY + Math.min(DAYS - share + visit, Math.floor(day))
      lines.staff[line] = random() < 0.8 ? staff : upTo(size.staff)
      lines.service[line] = service
      lines.location[line] = 1 + (lines.staff[line]! % LOCATIONS)
      lines.source[line] = source
      lines.revenue[line] = 20_000 + Math.floor(random() * 150_000)
      day = Math.max(Math.floor(day) + 1, day + rhythm * (0.7 + 0.6 * random()))
      line++
    }
  }
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
    bookedBy: column(),
    product: new Uint8Array(visits),
    names: {
      staff: names('Master', size.staff),
      service: services,
      serviceCategory: services.map((_, i) => (i === 0 ? '' : `Category ${1 + (i % CATEGORIES)}`)),
      location: names('Location', LOCATIONS),
      source: names('Source', SOURCES),
      bookedBy: [''],
    },
  }
}

/** The same lines with every booking's time known: mostly made at the visit before, one in ten cancelled in time. */
export function withBookings(lines: LineTable, seed = 2): LineTable {
  const random = randomFrom(seed)
  const { day, client } = lines
  const bookedDay = day.map((on, i) => (client[i - 1] === client[i] && random() < 0.6 ? day[i - 1]! : on - 1 - upTo(9)))
  const cancelled = STATUSES.indexOf('cancelled')
  const status = lines.status.map((was) => (random() < 0.1 ? cancelled : was))
  const cancelledDay = day.map((on, i) => (status[i] === cancelled ? on - 1 : NO_DAY))
  return { ...lines, bookedDay, status, cancelledDay }

  function upTo(days: number) {
    return Math.floor(random() * days)
  }
}

/** Visits of each client: at least one, exponentially distributed. */
function shares({ visits, clients }: Size, random: () => number): Int32Array {
  const weight = Float64Array.from({ length: clients }, () => -Math.log(1 - 0.9999999 * random()))
  const total = weight.reduce((sum, each) => sum + each, 0)
  let before = 0
  let cumulated = 0
  return Int32Array.from(weight, (each, client) => {
    cumulated += each
    const until = client === clients - 1 ? visits - clients : Math.floor((cumulated / total) * (visits - clients))
    const share = 1 + until - before
    before = until
    return share
  })
}

function names(prefix: string, count: number): string[] {
  return ['', ...Array.from({ length: count }, (_, i) => `${prefix} ${i + 1}`)]
}
