import { NO_DAY } from './calendar.ts'
import { type ClientRuns, gather, indicesFor, sortByClient } from './columns.ts'
import { type Bookings, type Indices, type LineTable, STATUSES } from './visits.ts'

const CANCELLED = STATUSES.indexOf('cancelled')

/** The appointments held in advance. `service`: lines of services, no refunds; `happened`: status of a visit. */
export function buildBookings(lines: LineTable, service: Uint8Array, happened: Uint8Array): Bookings {
  const { day, appointment, staff } = lines
  const keep = service.map((isService, line) =>
    isService === 1 && couldBeHeld(lines, line) && (happened[line] === 0 || lines.bookedDay[line] !== NO_DAY) ? 1 : 0,
  )
  const compare = (a: number, b: number) =>
    day[a]! - day[b]! || appointment[a]! - appointment[b]! || staff[a]! - staff[b]! || a - b
  const { order, clientStart } = onePerStaff(lines, sortByClient(lines, keep, compare))
  return {
    clientStart,
    day: gather(day, order, new Int32Array(order.length)),
    ahead: daysAhead(lines, order, (line) => lines.bookedDay[line]!),
    cancelledAhead: daysAhead(lines, order, (line) =>
      lines.status[line] === CANCELLED ? lines.cancelledDay[line]! : NO_DAY,
    ),
    staff: gather(staff, order, indicesFor(lines.names.staff.length, order.length)),
    bookedBy: bookersOf(lines, order),
  }
}

/** Days from `since` to the day of each line; 0 where it is unknown or not before. */
function daysAhead({ day }: LineTable, order: Uint32Array, since: (line: number) => number): Indices {
  const ahead = (line: number) => (since(line) === NO_DAY ? 0 : Math.max(0, day[line]! - since(line)))
  let longest = 0
  for (const line of order) longest = Math.max(longest, ahead(line))
  const column = indicesFor(longest + 1, order.length)
  for (let row = 0; row < order.length; row++) column[row] = ahead(order[row]!)
  return column
}

/** No bytes a row where nobody is named, as in most exports. */
function bookersOf({ bookedBy, names }: LineTable, order: Uint32Array): Indices {
  if (names.bookedBy.length <= 1) return new Uint8Array(0)
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
