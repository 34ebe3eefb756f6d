import { countAppointments } from './appointment-counts.ts'
import { buildBookings } from './build-bookings.ts'
import { type Day, NO_DAY } from './calendar.ts'
import { gather, indicesFor, sortByClient } from './columns.ts'
import { type Indices, type LineTable, NO_REVENUE, STATUSES, type Visits } from './visits.ts'

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
  const { appointments, knownBookedShare } = countAppointments(lines, service)
  return {
    clients: lines.clients,
    rows: order.length,
    clientStart,
    lastDay: lastDays(clientStart, day),
    day,
    staff: gather(lines.staff, order, indicesFor(lines.names.staff.length, order.length)),
    service: gather(lines.service, order, indicesFor(lines.names.service.length, order.length)),
    location: gather(lines.location, order, indicesFor(lines.names.location.length, order.length)),
    revenue,
    unknownRevenue: revenue instanceof Int32Array ? NO_REVENUE : Number.NaN,
    source: sourceOfClients(lines),
    names: lines.names,
    bookings: buildBookings(lines, service, happened, knownBookedShare),
    appointments,
    firstDay: day.reduce((first, each) => (first === NO_DAY || each < first ? each : first), NO_DAY),
    dataThrough: dataThrough(lines, service),
  }
}

function lastDays(clientStart: Uint32Array, day: Int32Array): Int32Array {
  const lastDay = new Int32Array(clientStart.length - 1).fill(NO_DAY)
  for (let client = 0; client < lastDay.length; client++) {
    const end = clientStart[client + 1]!
    if (end > clientStart[client]!) lastDay[client] = day[end - 1]!
  }
  return lastDay
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

/**
 * Day through which the data is known (METRICS rule 2): of the latest completed visit, walk-ins included, or the
 * latest date where no status says `completed`; NO_DAY without a service. Never mind today: the caller knows it.
 */
export function dataThrough(lines: LineTable, service = serviceLines(lines)): Day {
  let completed = NO_DAY
  let any = NO_DAY
  for (let line = 0; line < lines.length; line++) {
    if (service[line] === 0) continue
    const day = lines.day[line]!
    if (day > any) any = day
    if (lines.status[line] === COMPLETED && day > completed) completed = day
  }
  return completed === NO_DAY ? any : completed
}
