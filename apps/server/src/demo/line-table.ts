import { type LineTable, NO_DAY, STATUSES } from '@comeback/retention'
import { BOOKED_BY } from './appointment.ts'
import type { Client } from './client.ts'
import { MASTERS } from './masters.ts'
import { dayOfMoment, MINUTES_PER_DAY } from './salon-time.ts'
import { PRODUCT_CATEGORY, PRODUCTS, SERVICE_NAMES, SERVICES } from './services.ts'

const STAFF = ['', ...MASTERS.map(({ name }) => name)]
const SERVICE = ['', ...SERVICE_NAMES, ...PRODUCTS.map(({ name }) => name)]
const CATEGORY = ['', ...SERVICE_NAMES.map((name) => SERVICES[name].category), ...PRODUCTS.map(() => PRODUCT_CATEGORY)]
const LOCATION = ['', 'Центр', 'Поділ']
const BOOKERS = ['', ...BOOKED_BY]

const STAFF_INDEX = new Map(STAFF.map((name, index) => [name, index]))
const SERVICE_INDEX = new Map(SERVICE.map((name, index) => [name, index]))

/** The lines of some clients as the engine takes them; client i of the table is `clients[i]`. */
export function lineTableOf(clients: readonly Client[]): LineTable {
  const lines = clients.flatMap(({ appointments }, client) =>
    appointments.flatMap((appointment) => appointment.lines.map((line) => ({ client, appointment, line }))),
  )
  const number = new Map(lines.map(({ appointment }) => appointment).map((appointment, index) => [appointment, index]))
  const sources = [...new Set(['', ...clients.map(({ persona }) => persona.source)])]
  const column = (value: (entry: (typeof lines)[number]) => number) => Int32Array.from(lines, value)
  const dayOrUnknown = (moment: number | null) => (moment === null ? NO_DAY : dayOfMoment(moment))
  return {
    length: lines.length,
    clients: clients.length,
    client: column(({ client }) => client),
    appointment: column(({ appointment }) => number.get(appointment)!),
    day: column(({ appointment }) => dayOfMoment(appointment.start)),
    start: column(({ line }) => line.start % MINUTES_PER_DAY),
    status: Uint8Array.from(lines, ({ appointment }) => STATUSES.indexOf(appointment.status)),
    bookedDay: column(({ appointment }) => dayOrUnknown(appointment.bookedAt)),
    cancelledDay: column(({ appointment }) => dayOrUnknown(appointment.cancelledAt)),
    staff: column(({ line }) => STAFF_INDEX.get(line.master.name)!),
    service: column(({ line }) => SERVICE_INDEX.get(line.service)!),
    location: column(({ appointment }) => LOCATION.indexOf(appointment.location)),
    source: column(({ client }) => sources.indexOf(clients[client]!.persona.source)),
    bookedBy: column(({ appointment }) => BOOKERS.indexOf(appointment.bookedBy)),
    revenue: Float64Array.from(lines, ({ line }) =>
      line.price === null ? Number.NaN : (line.price - line.discount) * 100,
    ),
    product: Uint8Array.from(lines, ({ line }) => (line.product ? 1 : 0)),
    names: {
      staff: STAFF,
      service: SERVICE,
      serviceCategory: CATEGORY,
      location: LOCATION,
      source: sources,
      bookedBy: BOOKERS,
    },
  }
}
