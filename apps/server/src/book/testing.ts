import { type LineTable, NO_DAY, parseDay, STATUSES, type Status } from '@comeback/retention'
import type { ParsedBook } from '../intake/parsed-book.ts'
import type { ClientLanguage } from '../languages.ts'

/** A row of a visit file as tests write it. */
export interface TestLine {
  /** appointment_id; without it the appointment is known by client, start and location */
  id?: string
  /** key; `null` for a walk-in */
  client: string | null
  day: string
  minute?: number
  status?: Status
  staff?: string
  service?: string
  category?: string
  location?: string
  source?: string
  price?: number | null
  discount?: number
  bookedDay?: string
  cancelledDay?: string
  product?: boolean
  bookedBy?: string
}

export interface TestClient {
  name?: string
  phone?: string
  email?: string
  marketing?: 0 | 1 | 2
  birthday?: string
  language?: ClientLanguage
}

const MS_PER_DAY = 86_400_000
const dayNumber = (text: string | undefined) => (text ? (parseDay(text) ?? NO_DAY) : NO_DAY)
const msOf = (day: number, minute = 0) => (day === NO_DAY ? Number.NaN : day * MS_PER_DAY + minute * 60_000)

/** Numbers texts in the order they appear; '' is 0. */
class Index {
  readonly names: string[] = ['']
  readonly #indices = new Map([['', 0]])
  of(name = ''): number {
    const known = this.#indices.get(name)
    if (known !== undefined) return known
    this.#indices.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

/** The book that intake would make of these rows. Times are UTC. */
export function bookOf(rows: readonly TestLine[], clients: Record<string, TestClient> = {}): ParsedBook {
  const [staff, service, location, source, bookers, appointments, people] = Array.from({ length: 7 }, () => new Index())
  const integers = (value: (row: TestLine) => number) => Int32Array.from(rows, value)
  const floats = (value: (row: TestLine) => number) => Float64Array.from(rows, value)
  const price = (row: TestLine) => row.price ?? Number.NaN
  const appointmentKey = (row: TestLine) =>
    row.id ? `id:${row.id}` : `${row.client ?? ''}|${row.day}T${row.minute ?? 0}|${row.location ?? ''}`

  const lines: LineTable = {
    length: rows.length,
    client: integers((row) => (row.client === null ? -1 : people!.of(row.client) - 1)),
    clients: people!.names.length - 1,
    appointment: integers((row) => appointments!.of(appointmentKey(row)) - 1),
    day: integers((row) => dayNumber(row.day)),
    start: integers((row) => row.minute ?? 0),
    status: Uint8Array.from(rows, (row) => STATUSES.indexOf(row.status ?? 'completed')),
    bookedDay: integers((row) => dayNumber(row.bookedDay)),
    cancelledDay: integers((row) => dayNumber(row.cancelledDay)),
    staff: integers((row) => staff!.of(row.staff)),
    service: integers((row) =>
      service!.of(row.service || row.category ? `${row.service ?? ''}\t${row.category ?? ''}` : ''),
    ),
    location: integers((row) => location!.of(row.location)),
    source: integers((row) => source!.of(row.source)),
    bookedBy: integers((row) => bookers!.of(row.bookedBy)),
    revenue: floats((row) => price(row) - (row.discount ?? 0)),
    product: Uint8Array.from(rows, (row) => (row.product ? 1 : 0)),
    names: {
      staff: staff!.names,
      service: service!.names.map((pair) => pair.split('\t')[0]!),
      serviceCategory: service!.names.map((pair) => pair.split('\t')[1] ?? ''),
      location: location!.names,
      source: source!.names,
      bookedBy: bookers!.names,
    },
  }
  const keys = people!.names.slice(1)
  return {
    lines: { ...lines, clients: keys.length },
    clients: {
      key: keys,
      externalId: keys.map((key) => key),
      name: keys.map((key) => clients[key]?.name ?? ''),
      phone: keys.map((key) => clients[key]?.phone ?? ''),
      email: keys.map((key) => clients[key]?.email ?? ''),
      marketing: keys.map((key) => clients[key]?.marketing ?? 0),
      birthday: keys.map((key) => clients[key]?.birthday ?? ''),
      language: keys.map((key) => clients[key]?.language ?? ''),
    },
    row: Int32Array.from(rows, (_, i) => i + 2),
    appointmentKey: appointments!.names.slice(1),
    startsAt: floats((row) => msOf(dayNumber(row.day), row.minute)),
    bookedAt: floats((row) => msOf(dayNumber(row.bookedDay))),
    cancelledAt: floats((row) => msOf(dayNumber(row.cancelledDay))),
    statusSource: new Uint8Array(rows.length),
    price: floats(price),
    discount: floats((row) => row.discount ?? Number.NaN),
    requested: new Uint8Array(rows.length),
  }
}
