import { type LineTable, NO_DAY } from '@comeback/retention'
import { appointmentKeys } from './appointments/keys.ts'
import type { Assembly } from './assemble.ts'
import { type ClientTable, type ParsedBook, STATUS_SOURCES } from './parsed-book.ts'
import type { Zone } from './zone.ts'

const MS_PER_DAY = 86_400_000
const [EXPLICIT, PAID, INFERRED] = STATUS_SOURCES.map((_, code) => code) as [number, number, number]

/** Makes the book of the lines whose `keep` is 1: what an appointment knows is written to each of its lines. */
export function finishBook(assembly: Assembly, keep: Uint8Array, zone: Zone): ParsedBook {
  const { lines } = assembly
  if (keep.includes(0)) lines.compact(keep)
  const { length } = lines
  const origin = renumberAppointments(assembly)
  const clients = renumberClients(assembly, origin)
  const own = perAppointment(assembly, origin, zone)
  const spread = <T extends Int32Array | Uint8Array | Float64Array>(from: T, into: T): T => {
    // a line each: appointments are numbered as their first lines come
    if (origin.length === length) return from
    for (let line = 0; line < length; line++) into[line] = from[lines.appointment[line]!]!
    return into
  }
  const table: LineTable = {
    length,
    clients: clients.key.length,
    client: spread(own.client, new Int32Array(length)),
    appointment: lines.appointment.subarray(0, length),
    day: lines.day.subarray(0, length),
    start: lines.start.subarray(0, length),
    status: spread(own.status, new Uint8Array(length)),
    bookedDay: spread(own.bookedDay, new Int32Array(length)),
    cancelledDay: spread(own.cancelledDay, new Int32Array(length)),
    staff: lines.staff.subarray(0, length),
    service: lines.service.subarray(0, length),
    location: spread(own.location, new Int32Array(length)),
    source: spread(own.source, new Int32Array(length)),
    bookedBy: spread(own.bookedBy, new Int32Array(length)),
    revenue: revenueOf(lines.price, lines.discount, length),
    product: lines.product.subarray(0, length),
    names: {
      staff: assembly.staff.names,
      service: assembly.service.service,
      serviceCategory: assembly.service.category,
      location: assembly.location.names,
      source: assembly.source.names,
      bookedBy: assembly.bookedBy.names,
    },
  }
  let keys: string[] | undefined
  return {
    lines: table,
    clients,
    row: lines.row.subarray(0, length),
    get appointmentKey() {
      keys ??= appointmentKeys(assembly, origin, (i) => clients.key[own.client[i]!] ?? '', zone)
      return keys
    },
    startsAt: lines.startsAt.subarray(0, length),
    bookedAt: spread(own.bookedAt, new Float64Array(length)),
    cancelledAt: spread(own.cancelledAt, new Float64Array(length)),
    statusSource: spread(own.statusSource, new Uint8Array(length)),
    price: lines.price.subarray(0, length),
    discount: lines.discount.subarray(0, length),
    requested: lines.requested.subarray(0, length),
  }
}

/** Numbers the appointments that still have lines from 0 on; gives the number each had before. */
function renumberAppointments({ lines, appointments }: Assembly): Int32Array {
  const place = new Int32Array(appointments.length).fill(-1)
  const origin = new Int32Array(appointments.length)
  let count = 0
  for (let line = 0; line < lines.length; line++) {
    const a = lines.appointment[line]!
    if (place[a]! < 0) {
      origin[count] = a
      place[a] = count++
    }
    lines.appointment[line] = place[a]!
  }
  return origin.subarray(0, count)
}

/** Leaves out clients all of whose rows were rejected, and numbers the others in order of first appearance. */
function renumberClients({ appointments, clients }: Assembly, origin: Int32Array): ClientTable {
  const keep = new Uint8Array(clients.count)
  for (const a of origin) if (appointments.client[a]! >= 0) keep[appointments.client[a]!] = 1
  const { table, place } = clients.finish(keep)
  for (const a of origin) {
    if (appointments.client[a]! >= 0) appointments.client[a] = place[appointments.client[a]!]!
  }
  return table
}

/** The columns of the appointments that stay, in their new order. */
function perAppointment({ appointments }: Assembly, origin: Int32Array, zone: Zone) {
  const { length } = origin
  const own = {
    client: new Int32Array(length),
    status: new Uint8Array(length),
    location: new Int32Array(length),
    source: new Int32Array(length),
    bookedBy: new Int32Array(length),
    bookedAt: new Float64Array(length),
    cancelledAt: new Float64Array(length),
    bookedDay: new Int32Array(length),
    cancelledDay: new Int32Array(length),
    statusSource: new Uint8Array(length),
  }
  for (let i = 0; i < length; i++) {
    const a = origin[i]!
    own.client[i] = appointments.client[a]!
    own.status[i] = appointments.finalStatus(a)
    own.location[i] = appointments.location[a]!
    own.source[i] = appointments.source[a]!
    own.bookedBy[i] = appointments.bookedBy[a]!
    own.bookedAt[i] = appointments.bookedAt[a]!
    own.cancelledAt[i] = appointments.cancelledAt[a]!
    own.bookedDay[i] = localDay(own.bookedAt[i]!, zone)
    own.cancelledDay[i] = localDay(own.cancelledAt[i]!, zone)
    own.statusSource[i] = own.status[i] !== 0 ? EXPLICIT : appointments.paid[a] === 1 ? PAID : INFERRED
  }
  return own
}

function localDay(instant: number, zone: Zone): number {
  return Number.isNaN(instant) ? NO_DAY : Math.floor(zone.toLocal(instant) / MS_PER_DAY)
}

function revenueOf(price: Float64Array, discount: Float64Array, length: number): Float64Array {
  const revenue = new Float64Array(length)
  for (let line = 0; line < length; line++) {
    const off = discount[line]!
    revenue[line] = Number.isNaN(off) ? price[line]! : price[line]! - off
  }
  return revenue
}
