import { buildBookings } from './build-bookings.ts'
import { buildUnkept } from './build-unkept.ts'
import { type Day, NO_DAY } from './calendar.ts'
import { gather, indicesFor, sortByClient } from './columns.ts'
import { countAppointments, dataThroughOf, monthsOfRows, outerDays } from './facts-of-rows.ts'
import { type Indices, type LineTable, MARKS, NO_REVENUE, STATUSES, type Visits } from './visits.ts'

const BLANK = STATUSES.indexOf('blank')
const COMPLETED = STATUSES.indexOf('completed')
const SCHEDULED = STATUSES.indexOf('scheduled')

export interface VisitRules {
  /** whether a past appointment with a blank or `scheduled` status happened (METRICS rule 3); default `completed` */
  pastScheduled?: 'completed' | 'ignored'
}

/**
 * Sorts the lines of a book into columns of visits and bookings, applying the rules of what a visit is: cancelled
 * and missed appointments, products, walk-ins without an identity, and refunds (an appointment of nothing but
 * negative revenue) are none. Takes O(n) memory and about one sort of each client's rows.
 */
export function buildVisits(lines: LineTable, rules: VisitRules = {}): Visits {
  const service = serviceLines(lines)
  const happened = lines.status.map((status) =>
    status === COMPLETED || ((status === BLANK || status === SCHEDULED) && rules.pastScheduled !== 'ignored') ? 1 : 0,
  )
  const { order, clientStart } = sortByClient(lines, both(service, happened), rankOf(lines))
  const day = gather(lines.day, order, new Int32Array(order.length))
  const revenue = revenueColumn(lines.revenue, order)
  const heads = headLines(lines, service)
  const columns = {
    clients: lines.clients,
    rows: order.length,
    clientStart,
    ...outerDays(clientStart, day),
    day,
    staff: gather(lines.staff, order, indicesFor(lines.names.staff.length, order.length)),
    service: gather(lines.service, order, indicesFor(lines.names.service.length, order.length)),
    location: gather(lines.location, order, indicesFor(lines.names.location.length, order.length)),
    marks: gather(marksOf(lines, heads), order, new Uint8Array(order.length)),
    revenue,
    unknownRevenue: revenue instanceof Int32Array ? NO_REVENUE : Number.NaN,
    source: sourceOfClients(lines),
    names: lines.names,
    bookings: buildBookings(lines, service, happened),
    unkept: buildUnkept(lines, heads, happened),
    walkIns: latestDays(lines, (line) => service[line] === 1 && lines.client[line]! < 0),
  }
  const everyone = new Uint8Array(lines.clients).fill(1)
  return {
    ...columns,
    appointments: countAppointments(columns, everyone),
    ...monthsOfRows(columns),
    dataThrough: dataThroughOf(columns),
  }
}

/** 1 for each line of a service in an appointment that is not a refund. */
function serviceLines(lines: LineTable): Uint8Array {
  const notRefund = new Uint8Array(lines.length)
  for (let line = 0; line < lines.length; line++) {
    if (!(lines.revenue[line]! < 0)) notRefund[lines.appointment[line]!] = 1
  }
  const service = new Uint8Array(lines.length)
  for (let line = 0; line < lines.length; line++) {
    if (lines.product[line] === 0 && notRefund[lines.appointment[line]!] === 1) service[line] = 1
  }
  return service
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((each, line) => each & b[line]!)
}

/** Orders a client's lines by day and rule 5: highest revenue (unknown lowest), earliest start, file order. */
function rankOf({ day, revenue, start }: LineTable): (a: number, b: number) => number {
  return (a, b) => day[a]! - day[b]! || compareRevenue(revenue[a]!, revenue[b]!) || start[a]! - start[b]! || a - b
}

function compareRevenue(a: number, b: number): number {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1
  return Number.isNaN(b) || a > b ? -1 : 1
}

/** Four bytes a row when every amount fits, else eight. */
function revenueColumn(revenue: Float64Array, order: Uint32Array): Int32Array | Float64Array {
  const column = new Int32Array(order.length)
  for (let row = 0; row < order.length; row++) {
    const amount = revenue[order[row]!]!
    if (Math.abs(amount) >= -NO_REVENUE) return Float64Array.from(order, (line) => revenue[line]!)
    column[row] = Number.isNaN(amount) ? NO_REVENUE : amount
  }
  return column
}

/** The source of each client's earliest appointment by start, be it a visit or not; any of its lines may name it. */
function sourceOfClients(lines: LineTable): Indices {
  const { client, day, start, appointment } = lines
  const earliest = new Int32Array(lines.clients).fill(-1)
  for (let line = 0; line < lines.length; line++) {
    if (client[line]! < 0) continue
    const known = earliest[client[line]!]!
    if (known < 0 || (day[line]! - day[known]! || start[line]! - start[known]!) < 0) earliest[client[line]!] = line
  }
  const source = indicesFor(lines.names.source.length, lines.clients)
  for (let line = 0; line < lines.length; line++) {
    const known = earliest[client[line]!]
    if (known === undefined || appointment[known] !== appointment[line] || lines.source[line] === 0) continue
    source[client[line]!] = lines.source[line]!
  }
  return source
}

/** 1 for the first service line of each appointment with a client: the one that stands for it where they are counted. */
function headLines({ length, client, appointment }: LineTable, service: Uint8Array): Uint8Array {
  const seen = new Uint8Array(length)
  const heads = new Uint8Array(length)
  for (let line = 0; line < length; line++) {
    if (client[line]! < 0 || service[line] === 0 || seen[appointment[line]!] === 1) continue
    seen[appointment[line]!] = 1
    heads[line] = 1
  }
  return heads
}

function marksOf({ status, bookedDay }: LineTable, heads: Uint8Array): Uint8Array {
  return heads.map(
    (head, line) =>
      (head === 1 ? MARKS.appointment : 0) +
      (status[line] === COMPLETED ? MARKS.completed : 0) +
      (bookedDay[line] === NO_DAY ? 0 : MARKS.booked),
  )
}

/**
 * Day through which the data is known (METRICS rule 2): of the latest completed visit, walk-ins included, or the
 * latest date where no status says `completed`; NO_DAY without a service. Never mind today: the caller knows it.
 */
export function dataThrough(lines: LineTable): Day {
  const service = serviceLines(lines)
  const { completed, any } = latestDays(lines, (line) => service[line] === 1)
  return completed === NO_DAY ? any : completed
}

/** The latest day with a completed line among those asked for, and the latest of all of them; NO_DAY without any. */
function latestDays({ length, day, status }: LineTable, asked: (line: number) => boolean): Visits['walkIns'] {
  const latest = { completed: NO_DAY, any: NO_DAY }
  for (let line = 0; line < length; line++) {
    if (!asked(line)) continue
    if (day[line]! > latest.any) latest.any = day[line]!
    if (status[line] === COMPLETED && day[line]! > latest.completed) latest.completed = day[line]!
  }
  return latest
}
