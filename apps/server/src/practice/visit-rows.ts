import { type ClientSummary, type Day, formatDay, parseDay, revenueAt, type Visits } from '@comeback/retention'
import type { Contact } from '../book/index.ts'
import { type DemoRow, demoRows, drawBirthday, drawIdentity, isHoliday, Random } from '../demo/index.ts'

const SEED = 1
const KEEPS_APPOINTMENT = 0.93
const KEEPING_STREAM = 13
const NEWCOMER_STREAM = 14
/** Newcomers of a day, at most. */
const MOST_NEWCOMERS = 2
/** Days back in which a visit of somebody else is what a newcomer's is like. */
const RECENT_DAYS = 60
const LOOKS = 500

let made: DemoRow[] | null = null

/** Appointments the demo's clients had made for days after the last one of the demo; it takes a second to make them. */
function scheduledRows(): DemoRow[] {
  made ??= demoRows().filter(({ status }) => status === 'scheduled')
  return made
}

/** Those of the demo's appointments that are for these days: nearly all are kept. */
export function keptAppointments(eve: Day, to: Day): DemoRow[] {
  return scheduledRows().flatMap((row, index) => {
    const day = parseDay(row.starts_at.slice(0, 10))!
    if (day <= eve || day > to) return []
    const isKept = new Random(SEED, KEEPING_STREAM, index).chance(KEEPS_APPOINTMENT)
    return [{ ...row, status: isKept ? 'completed' : 'no_show' }]
  })
}

/** The same as last time: the place, the master, the service, about the same bill. Kept apart by client and day. */
export function visitRow(
  visits: Visits,
  summary: ClientSummary,
  contact: Contact,
  { day, bookedOn, status }: { day: Day; bookedOn: Day | null; status: 'completed' | 'scheduled' },
): DemoRow {
  let last = visits.clientStart[summary.client]!
  while (visits.day[last]! < summary.lastVisit) last++
  return {
    ...likeRow(visits, last),
    appointment_id: `P${contact.id}-${day}`,
    client_id: contact.externalId,
    client_name: contact.name,
    phone: contact.phone,
    email: contact.email,
    starts_at: `${formatDay(day)}T${timeOf(contact.id)}`,
    booked_at: bookedOn === null ? '' : `${formatDay(bookedOn)}T09:00`,
    status,
    price: summary.averageTicket === null ? '' : String(Math.round(summary.averageTicket / 1000) * 10),
  }
}

/** First visits of people nobody has seen before: a few a week. */
export function newcomers(visits: Visits, eve: Day, to: Day): DemoRow[] {
  const rows: DemoRow[] = []
  for (let day = eve + 1; day <= to; day++) {
    if (isHoliday(day)) continue
    const random = new Random(SEED, NEWCOMER_STREAM, day)
    const count = random.between(0, MOST_NEWCOMERS)
    for (let i = 0; i < count; i++) {
      const like = recentRow(visits, eve, random)
      if (like === null) continue
      const number = day * 10 + i
      const revenue = revenueAt(visits, like)
      rows.push({
        ...likeRow(visits, like),
        appointment_id: `N${number}`,
        client_id: `N${number}`,
        ...nameOf(number, random),
        starts_at: `${formatDay(day)}T${timeOf(number)}`,
        booked_at: `${formatDay(day - random.between(1, 3))}T09:00`,
        status: 'completed',
        price: Number.isNaN(revenue) ? '' : String(Math.round(revenue / 100)),
      })
    }
  }
  return rows
}

function nameOf(number: number, random: Random) {
  const { name, phone, email } = drawIdentity({ audience: 'women' }, number, random)
  return { client_name: name, phone, email, birthday: drawBirthday({ audience: 'women' }, SEED, number) }
}

/** A line of the last weeks, drawn at random; `null` when a few hundred looks found none. */
function recentRow({ rows, day }: Visits, eve: Day, random: Random): number | null {
  for (let look = 0; look < LOOKS; look++) {
    const row = random.between(0, rows - 1)
    if (day[row]! <= eve && day[row]! > eve - RECENT_DAYS) return row
  }
  return null
}

/** Where, by whom and what, as on a line of the book; the rest to be filled in. */
function likeRow({ names, staff, service, location }: Visits, row: number): DemoRow {
  return {
    ...{ appointment_id: '', client_id: '', client_name: '', phone: '', email: '', starts_at: '', booked_at: '' },
    ...{
      cancelled_at: '',
      status: '',
      price: '',
      discount: '',
      source: '',
      requested: '',
      booked_by: '',
      birthday: '',
    },
    kind: 'service',
    staff: names.staff[staff[row]!]!,
    service: names.service[service[row]!]!,
    category: names.serviceCategory[service[row]!]!,
    location: names.location[location[row]!]!,
  }
}

function timeOf(number: number): string {
  const minute = 10 * 60 + 30 * (number % 18)
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
