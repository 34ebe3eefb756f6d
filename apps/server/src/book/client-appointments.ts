import { STATUSES, type Status } from '@comeback/retention'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { visibleBook } from './visibility.ts'

/** One appointment of a client as the booking system knows it; days are ISO dates, money is in minor units. */
export interface BookedAppointment {
  day: string
  /** local `HH:mm`; `null` when the time is unknown */
  time: string | null
  status: Status
  location: string | null
  bookedDay: string | null
  lines: BookedLine[]
}

export interface BookedLine {
  staff: string | null
  service: string | null
  category: string | null
  price: number | null
  discount: number | null
  /** price − discount; `null` when the price is unknown */
  revenue: number | null
  product: boolean
}

interface Row {
  appointmentId: string
  day: string
  startMinute: number
  status: number
  bookedDay: string | null
  location: string | null
  staff: string | null
  service: string | null
  category: string | null
  price: number | null
  discount: number | null
  product: boolean
}

/** Every appointment of a client, whatever became of it, the latest first; empty when nobody has the id. */
export function clientAppointments(scope: WorkspaceScope, clientId: number): Promise<BookedAppointment[]> {
  return scope.snapshot(async (inner) => {
    const book = await visibleBook(inner)
    const named = (table: string) => sql.raw(`(SELECT * FROM ${table} WHERE ${book.rows})`)
    const rows = await rowsOf<Row>(
      inner.db,
      sql`SELECT line.appointment_id AS "appointmentId", line.day::text AS day, line.start_minute AS "startMinute",
          line.status, line.booked_day::text AS "bookedDay", location.name AS location, staff.name AS staff,
          service.name AS service, nullif(service.category, '') AS category,
          line.price::float8 AS price, line.discount::float8 AS discount, line.is_product AS product
        FROM ${sql.raw(book.lines)} line
        LEFT JOIN ${named('staff')} staff ON staff.id = line.staff_id
        LEFT JOIN ${named('services')} service ON service.id = line.service_id
        LEFT JOIN ${named('locations')} location ON location.id = line.location_id
        WHERE line.client_id = ${clientId}
        ORDER BY line.day DESC, line.start_minute DESC, line.appointment_id, line.position`,
    )
    const appointments = new Map<string, BookedAppointment>()
    for (const row of rows) {
      const known = appointments.get(row.appointmentId)
      if (known) known.lines.push(lineOf(row))
      else appointments.set(row.appointmentId, { ...appointmentOf(row), lines: [lineOf(row)] })
    }
    return [...appointments.values()]
  })
}

function appointmentOf({ day, startMinute, status, location, bookedDay }: Row): Omit<BookedAppointment, 'lines'> {
  const time = startMinute === 0 ? null : `${twoDigits(Math.floor(startMinute / 60))}:${twoDigits(startMinute % 60)}`
  return { day, time, status: STATUSES[status]!, location, bookedDay }
}

function lineOf({ staff, service, category, price, discount, product }: Row): BookedLine {
  return {
    staff,
    service,
    category,
    price,
    discount,
    revenue: price === null ? null : price - (discount ?? 0),
    product,
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
