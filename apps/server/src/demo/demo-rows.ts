import { dayOf } from '@comeback/retention'
import type { Appointment, AppointmentLine } from './appointment.ts'
import { drawBirthday } from './birthday.ts'
import { Calendar } from './calendar.ts'
import { calibrate } from './calibrate.ts'
import { type Client, populate } from './client.ts'
import { drawIdentity, type Identity } from './identity.ts'
import { Random } from './random.ts'
import { at, dayOfMoment, formatMoment, LAST_DAY } from './salon-time.ts'
import { walkIns } from './walk-ins.ts'

/** Fields of the canonical visit file, in its order, and the birthday. */
export const DEMO_COLUMNS = [
  'appointment_id',
  'client_id',
  'client_name',
  'phone',
  'email',
  'starts_at',
  'booked_at',
  'cancelled_at',
  'status',
  'staff',
  'service',
  'category',
  'location',
  'price',
  'discount',
  'source',
  'requested',
  'kind',
  'booked_by',
  'birthday',
] as const

/** One line of an appointment as text: local ISO 8601 times, UAH, '' for what is not known. */
export type DemoRow = Record<(typeof DEMO_COLUMNS)[number], string>

/** Chosen because the other four masters' Decembers lie well apart; about one seed in thirty tells no stories at all. */
export const DEFAULT_SEED = 46

const IDENTITY_STREAM = 7
const GAPS_STREAM = 8

/** Until then many bookings were still written on paper. */
const PAPER_UNTIL = at(dayOf(2023, 5, 8), 0)

interface Entry {
  client: (Identity & { id: string; source: string; birthday: string }) | null
  appointment: Appointment
}

/**
 * The demo salon as rows of a visit file, in the order of the appointments: three years known through the evening of
 * 2026-04-05, with what was booked by then for later. The same seed gives the same rows everywhere.
 * Throws when the seed gives no salon that shows the worked examples of the metrics.
 */
export function demoRows(seed: number = DEFAULT_SEED): DemoRow[] {
  const calendar = new Calendar(seed)
  const clients = populate(seed, calendar)
  calibrate(clients, seed, calendar)
  const entries = [
    ...entriesOf(clients, seed),
    ...walkIns(seed, calendar).map((appointment) => ({ client: null, appointment })),
  ]
  entries.sort((a, b) => a.appointment.start - b.appointment.start)
  const random = new Random(seed, GAPS_STREAM)
  return entries.flatMap((entry, index) => {
    leaveGaps(entry.appointment, random)
    return entry.appointment.lines.map((line) => rowOf(entry, line, `A${String(index + 1).padStart(5, '0')}`))
  })
}

function entriesOf(clients: readonly Client[], seed: number): Entry[] {
  let mothersPhone = ''
  const seen = clients.filter(({ appointments }) => appointments.length > 0)
  return seen.flatMap(({ number, persona, appointments }, index) => {
    const random = new Random(seed, IDENTITY_STREAM, number)
    const identity = drawIdentity(persona, index + 1, random)
    if (persona.audience === 'children' && random.chance(0.5)) identity.phone = mothersPhone || identity.phone
    if (persona.audience === 'women') mothersPhone = identity.phone
    const client = {
      ...identity,
      id: `K${String(index + 1).padStart(4, '0')}`,
      source: persona.source,
      birthday: drawBirthday(persona, seed, number),
    }
    return appointments.map((appointment) => ({ client, appointment }))
  })
}

/** What people at a reception desk do not write down. Changes no number of a closed period. */
function leaveGaps(appointment: Appointment, random: Random) {
  const day = dayOfMoment(appointment.start)
  const recent = day < LAST_DAY && day > LAST_DAY - 8
  if (appointment.status === 'completed' && random.chance(recent ? 0.08 : 0.003)) appointment.status = 'blank'
  if (appointment.bookedAt !== null && random.chance(appointment.bookedAt < PAPER_UNTIL ? 0.4 : 0.004))
    appointment.bookedAt = null
  if (appointment.cancelledAt !== null && random.chance(0.03)) appointment.cancelledAt = null
}

function rowOf({ client, appointment }: Entry, line: AppointmentLine, id: string): DemoRow {
  const { bookedAt, cancelledAt, requested, status } = appointment
  return {
    appointment_id: id,
    client_id: client?.id ?? '',
    client_name: client?.name ?? '',
    phone: client?.phone ?? '',
    email: client?.email ?? '',
    starts_at: formatMoment(line.start),
    booked_at: bookedAt === null ? '' : formatMoment(bookedAt),
    cancelled_at: cancelledAt === null ? '' : formatMoment(cancelledAt),
    status: status === 'blank' ? '' : status,
    staff: line.master.name,
    service: line.service,
    category: line.category,
    location: appointment.location,
    price: line.price === null ? '' : String(line.price),
    discount: line.discount === 0 ? '' : String(line.discount),
    source: client?.source ?? '',
    requested: requested === null ? '' : requested ? 'yes' : 'no',
    kind: line.product ? 'product' : 'service',
    booked_by: appointment.bookedBy,
    birthday: client?.birthday ?? '',
  }
}
