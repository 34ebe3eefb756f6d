import { NO_DAY } from './calendar.ts'
import { indicesFor, startsByClient } from './columns.ts'
import { type Bookings, type LineTable, NEVER, STATUSES } from './visits.ts'

const CANCELLED = STATUSES.indexOf('cancelled')

/** The appointments held in advance; `service` marks the lines of services that are no refunds. */
export function buildBookings(lines: LineTable, service: Uint8Array): Bookings {
  const { order, clientStart } = startsByClient(lines, (line) => service[line] === 1 && couldBeHeld(lines, line))
  const { day, appointment, staff } = lines
  const starts = new Uint32Array(lines.clients + 1)
  let rows = 0
  for (let client = 0; client < lines.clients; client++) {
    const run = order.subarray(clientStart[client]!, clientStart[client + 1]!)
    if (run.length > 1)
      run.sort((a, b) => day[a]! - day[b]! || appointment[a]! - appointment[b]! || staff[a]! - staff[b]! || a - b)
    for (let i = 0; i < run.length; i++) {
      const line = run[i]!
      const before = run[i - 1]
      if (before !== undefined && appointment[before] === appointment[line] && staff[before] === staff[line]) continue
      order[rows++] = line
    }
    starts[client + 1] = rows
  }
  const held = order.subarray(0, rows)
  const staffColumn = indicesFor(lines.names.staff.length, rows)
  held.forEach((line, row) => {
    staffColumn[row] = staff[line]!
  })
  return {
    clientStart: starts,
    day: Int32Array.from(held, (line) => day[line]!),
    bookedDay: Int32Array.from(held, (line) => lines.bookedDay[line]!),
    cancelledDay: Int32Array.from(held, (line) =>
      lines.status[line] === CANCELLED ? lines.cancelledDay[line]! : NEVER,
    ),
    staff: staffColumn,
    knownBookedShare: knownBookedShare(lines, service),
  }
}

function couldBeHeld(lines: LineTable, line: number): boolean {
  const booked = lines.bookedDay[line]!
  if (booked !== NO_DAY && booked >= lines.day[line]!) return false
  return lines.status[line] !== CANCELLED || lines.cancelledDay[line] !== NO_DAY
}

function knownBookedShare(lines: LineTable, service: Uint8Array): number {
  const seen = new Uint8Array(lines.length)
  let all = 0
  let known = 0
  for (let line = 0; line < lines.length; line++) {
    const appointment = lines.appointment[line]!
    if (lines.client[line]! < 0 || service[line] === 0 || seen[appointment] === 1) continue
    seen[appointment] = 1
    all++
    if (lines.bookedDay[line] !== NO_DAY) known++
  }
  return known / all
}
