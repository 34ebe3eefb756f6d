import type { Day } from './calendar.ts'

/** What the booking system says became of an appointment. The order is the code stored in {@link LineTable.status}. */
export const STATUSES = ['blank', 'completed', 'scheduled', 'cancelled', 'no_show'] as const
export type Status = (typeof STATUSES)[number]

/** Names behind the indices of a column. Entry 0 stands for "no value" and is the empty string. */
export type Names = readonly string[]

/** Names of every dimension. A service entry is a pair of name and category, so one service may have several. */
export interface Dictionaries {
  staff: Names
  service: Names
  /** category name of service entry i; '' when it has none */
  serviceCategory: Names
  location: Names
  source: Names
  /** people and systems that make bookings */
  bookedBy: Names
}

/**
 * Lines of appointments in the order of the file, one array a field: what intake and the database hand to
 * {@link buildVisits}. Lines of one appointment share its number and agree on client, day, status, bookedDay,
 * cancelledDay, location, source and bookedBy.
 */
export interface LineTable {
  length: number
  /** number of clients; clients are 0 … clients − 1 */
  clients: number
  /** client of the line, −1 for a walk-in without an identity */
  client: Int32Array
  /** appointment of the line: 0 … length − 1; its lines need not be next to each other */
  appointment: Int32Array
  day: Int32Array
  /** minutes after local midnight; 0 when the time is unknown */
  start: Int32Array
  /** index into {@link STATUSES} */
  status: Uint8Array
  /** local day the appointment was booked; NO_DAY unknown */
  bookedDay: Int32Array
  /** local day it was cancelled; NO_DAY unknown or not cancelled */
  cancelledDay: Int32Array
  /** indices into the names, 0 = none */
  staff: Int32Array
  service: Int32Array
  location: Int32Array
  source: Int32Array
  bookedBy: Int32Array
  /** price − discount in minor units, NaN when the price is unknown */
  revenue: Float64Array
  /** 1 for a product sold, 0 for a service */
  product: Uint8Array
  names: Dictionaries
}

/** Index columns take one byte an entry until a dimension outgrows it, then two, then four. */
export type Indices = Uint8Array | Uint16Array | Uint32Array

/** What a row of {@link Visits.marks} says, added up. */
export const MARKS = {
  /** the row stands for its appointment: exactly one row of each does */
  appointment: 1,
  /** the booking system says it is completed, rather than nothing */
  completed: 2,
  /** the booking time of its appointment is known */
  booked: 4,
} as const

/**
 * Columns of visits: one row a line, sorted by client, then day, then rank within the visit (rule 5: highest
 * revenue, earliest start, file order), so the first row of a visit is its main line. A visit is a run of rows of
 * one client and one day. Rows dated after the as-of date are here too: reports cut them by day.
 */
export interface Visits {
  clients: number
  rows: number
  /** rows of client c are clientStart[c] … clientStart[c + 1] − 1 */
  clientStart: Uint32Array
  /**
   * day of each client's first and last visit, NO_DAY without one: most questions pass most clients by for them, and
   * reading them in a row is faster than fetching the first of every client's rows
   */
  debutDay: Int32Array
  lastDay: Int32Array
  day: Int32Array
  /** calendar months from that of {@link firstDay} to the day's */
  month: Indices
  staff: Indices
  service: Indices
  location: Indices
  /** sums of {@link MARKS} */
  marks: Uint8Array
  /** minor units; eight bytes a row only when an amount needs them */
  revenue: Int32Array | Float64Array
  /** what `revenue` holds when the price is unknown: NO_REVENUE, or NaN where the column is of eight bytes */
  unknownRevenue: number
  /** acquisition source of each client, index into names.source */
  source: Indices
  names: Dictionaries
  bookings: Bookings
  unkept: Unkept
  /** appointments with a client, whatever became of them, and those of them whose booking time is known */
  appointments: { all: number; booked: number }
  /** day of the first visit of any client, NO_DAY when there is none */
  firstDay: Day
  /** latest day of a completed visit, walk-ins included (no such status anywhere: the latest day); NO_DAY when empty */
  dataThrough: Day
  /** what walk-ins without an identity add to {@link dataThrough}: their latest completed visit, their latest day */
  walkIns: { completed: Day; any: Day }
}

/**
 * Appointments a client can have held in advance, one row for each appointment and staff member, sorted by client, day,
 * place in the file. Not here: visits whose booking time is unknown, which count as booked from the start (METRICS rule
 * 2), and what can never count as held (rule 3, §4): booked on its own day, or cancelled nobody knows when.
 */
export interface Bookings {
  clientStart: Uint32Array
  day: Int32Array
  /** days from the booking to the appointment, ≥ 1; 0 unknown, of what is no visit */
  ahead: Indices
  /** days from the cancellation to the appointment, ≥ 1; 0 not cancelled before its day */
  cancelledAhead: Indices
  staff: Indices
  /** empty where nobody is named */
  bookedBy: Indices
}

/** Appointments with a client that are no visits, sorted by client, then day: what is counted of them (METRICS §5). */
export interface Unkept {
  clientStart: Uint32Array
  day: Int32Array
  /** index into {@link STATUSES}, plus {@link UNKEPT_BOOKED} when the booking time is known */
  kind: Uint8Array
}

export const UNKEPT_BOOKED = 8

/** Unknown revenue in an Int32Array column. */
export const NO_REVENUE = -0x80000000

/** When clients came and what they paid: all that models of lifetime value read. */
export type VisitHistory = Pick<Visits, 'clients' | 'clientStart' | 'day' | 'revenue' | 'unknownRevenue'>

/** Revenue of a row in minor units, NaN when the price is unknown. */
export function revenueAt(visits: VisitHistory, row: number): number {
  const amount = visits.revenue[row]!
  return amount === visits.unknownRevenue ? Number.NaN : amount
}
