import type { Day } from './calendar.ts'
import { firstRowFrom } from './columns.ts'
import { type Bookings, MARKS, type Visits } from './visits.ts'

/** What is held at the end of a visit's day; `null`: nothing. */
export type Fate = null | {
  /** row of the bookings: the earliest day, on it the appointment that comes first in the file */
  firstHeld: number
  /** its day is past and saw a visit of the client; `null` when it is to come */
  kept: boolean | null
}

/** What the client holds at the end of the day of the visit that begins at `row`. */
export function fateOf(visits: Visits, client: number, row: number, asOf: Day): Fate {
  const today = visits.day[row]!
  const { clientStart, day } = visits.bookings
  const end = clientStart[client + 1]!
  let held = firstRowFrom(day, clientStart[client]!, end, today + 1)
  while (held < end && !isHeld(visits, held, today)) held++
  if (held === end) return null
  const heldDay = day[held]!
  if (heldDay > asOf) return { firstHeld: held, kept: null }
  const rows = visits.clientStart[client + 1]!
  const next = firstRowFrom(visits.day, row, rows, heldDay)
  return { firstHeld: held, kept: next < rows && visits.day[next] === heldDay }
}

/** Whether an appointment of a later day was booked by `today` and not cancelled by then. */
export function isHeld({ bookings }: Visits, booking: number, today: Day): boolean {
  const ahead = bookings.ahead[booking]!
  return ahead > 0 && bookings.day[booking]! - ahead <= today && !isCancelled(bookings, booking, today)
}

function isCancelled({ day, cancelledAhead }: Bookings, booking: number, today: Day): boolean {
  const ahead = cancelledAhead[booking]!
  return ahead > 0 && day[booking]! - ahead <= today
}

/** Whether the client holds an appointment dated after `asOf`, booked by then and not cancelled by then (rule 2, 3). */
export function hasFutureAppointment(visits: Visits, client: number, asOf: Day): boolean {
  const { bookings, clientStart, day, marks } = visits
  for (let row = clientStart[client + 1]! - 1; row >= clientStart[client]! && day[row]! > asOf; row--) {
    if ((marks[row]! & MARKS.booked) === 0) return true
  }
  const begin = bookings.clientStart[client]!
  for (let row = bookings.clientStart[client + 1]! - 1; row >= begin && bookings.day[row]! > asOf; row--) {
    const ahead = bookings.ahead[row]!
    if ((ahead === 0 || bookings.day[row]! - ahead <= asOf) && !isCancelled(bookings, row, asOf)) return true
  }
  return false
}
