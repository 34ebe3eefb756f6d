import { NO_DAY } from './calendar.ts'
import { type ClientRuns, gather, indicesFor, sortByClient } from './columns.ts'
import { type Bookings, type Indices, type LineTable, NEVER, STATUSES } from './visits.ts'

const CANCELLED = STATUSES.indexOf('cancelled')

/** The appointments held in advance. `service`: lines of services, no refunds; `happened`: status of a visit. */
export function buildBookings(
  lines: LineTable,
  service: Uint8Array,
  happened: Uint8Array,
  knownBookedShare: number,
): Bookings {
  const { day, appointment, staff } = lines
  const bookedKnown = lines.bookedDay.some((booked, line) => booked !== NO_DAY && happened[line] === 1)
  const keep = service.map((isService, line) =>
    isService === 1 && couldBeHeld(lines, line) && (bookedKnown || happened[line] === 0) ? 1 : 0,
  )
  const compare = (a: number, b: number) =>
    day[a]! - day[b]! || appointment[a]! - appointment[b]! || staff[a]! - staff[b]! || a - b
  const { order, clientStart } = onePerStaff(lines, sortByClient(lines, keep, compare))
  const cancelledDay = gather(lines.cancelledDay, order, new Int32Array(order.length))
  for (let row = 0; row < order.length; row++) if (lines.status[order[row]!] !== CANCELLED) cancelledDay[row] = NEVER
  return {
    clientStart,
    day: gather(day, order, new Int32Array(order.length)),
    bookedDay: gather(lines.bookedDay, order, new Int32Array(order.length)),
    cancelledDay,
    staff: gather(staff, order, indicesFor(lines.names.staff.length, order.length)),
    bookedBy: bookersOf(lines, order),
    visitsAreHeld: !bookedKnown,
    knownBookedShare,
  }
}

/** Two bytes a row, and none where nobody is named, as in most exports. */
function bookersOf({ bookedBy, names }: LineTable, order: Uint32Array): Indices {
  if (names.bookedBy.length <= 1) return new Uint16Array(0)
  return gather(bookedBy, order, indicesFor(names.bookedBy.length, order.length))
}

/** Whether the appointment can have been held on some day before its own. */
function couldBeHeld(lines: LineTable, line: number): boolean {
  const booked = lines.bookedDay[line]!
  if (booked !== NO_DAY && booked >= lines.day[line]!) return false
  return lines.status[line] !== CANCELLED || lines.cancelledDay[line] !== NO_DAY
}

/** Keeps the first line of each appointment and staff member; the runs are sorted by day, appointment, staff. */
function onePerStaff(lines: LineTable, { order, clientStart }: ClientRuns): ClientRuns {
  const starts = new Uint32Array(clientStart.length)
  let rows = 0
  for (let client = 0; client < lines.clients; client++) {
    let before = -1
    for (let i = clientStart[client]!; i < clientStart[client + 1]!; i++) {
      const line = order[i]!
      const repeated =
        before >= 0 &&
        lines.appointment[before] === lines.appointment[line] &&
        lines.staff[before] === lines.staff[line]
      if (!repeated) order[rows++] = line
      before = line
    }
    starts[client + 1] = rows
  }
  return { order: order.subarray(0, rows), clientStart: starts }
}
