import { type Day, NO_DAY } from './calendar.ts'
import { indicesFor } from './columns.ts'
import { monthsBetween } from './months.ts'
import { type Indices, MARKS, UNKEPT_BOOKED, type Visits } from './visits.ts'

/** Appointments of the clients whose `among` is 1, and those of them whose booking time is known. */
export function countAppointments(
  { clients, clientStart, marks, unkept }: Pick<Visits, 'clients' | 'clientStart' | 'marks' | 'unkept'>,
  among: Uint8Array,
): Visits['appointments'] {
  const counts = { all: 0, booked: 0 }
  for (let client = 0; client < clients; client++) {
    if (among[client] === 0) continue
    for (let row = clientStart[client]!; row < clientStart[client + 1]!; row++) {
      if ((marks[row]! & MARKS.appointment) === 0) continue
      counts.all++
      if ((marks[row]! & MARKS.booked) !== 0) counts.booked++
    }
    for (let row = unkept.clientStart[client]!; row < unkept.clientStart[client + 1]!; row++) {
      counts.all++
      if (unkept.kind[row]! >= UNKEPT_BOOKED) counts.booked++
    }
  }
  return counts
}

/** Day of each client's last visit, NO_DAY without one. */
export function lastDaysOf(clientStart: Uint32Array, day: Int32Array): Int32Array {
  const lastDay = new Int32Array(clientStart.length - 1).fill(NO_DAY)
  for (let client = 0; client < lastDay.length; client++) {
    const end = clientStart[client + 1]!
    if (end > clientStart[client]!) lastDay[client] = day[end - 1]!
  }
  return lastDay
}

/** The day of the first visit and, by row, the calendar months since then. */
export function monthsOfRows(runs: Pick<Visits, 'clients' | 'clientStart' | 'day' | 'lastDay'>): {
  firstDay: Day
  month: Indices
} {
  const firstDay = firstDayOf(runs)
  if (firstDay === NO_DAY) return { firstDay, month: indicesFor(0, 0) }
  const { count, offset } = monthsBetween(
    firstDay,
    runs.lastDay.reduce((latest, each) => Math.max(latest, each), firstDay),
  )
  const month = indicesFor(count, runs.day.length)
  for (let row = 0; row < month.length; row++) month[row] = offset[runs.day[row]! - firstDay]!
  return { firstDay, month }
}

/** Day of the first visit, NO_DAY when there is none. */
function firstDayOf({ clients, clientStart, day }: Pick<Visits, 'clients' | 'clientStart' | 'day'>): Day {
  let first = NO_DAY
  for (let client = 0; client < clients; client++) {
    const begin = clientStart[client]!
    if (begin < clientStart[client + 1]! && (first === NO_DAY || day[begin]! < first)) first = day[begin]!
  }
  return first
}

/** Latest day of a completed visit or, where nothing is completed, of any appointment; walk-ins included. */
export function dataThroughOf({
  clients,
  clientStart,
  day,
  marks,
  unkept,
  walkIns,
}: Pick<Visits, 'clients' | 'clientStart' | 'day' | 'marks' | 'unkept' | 'walkIns'>): Day {
  let { completed, any } = walkIns
  for (let client = 0; client < clients; client++) {
    const begin = clientStart[client]!
    let row = clientStart[client + 1]! - 1
    if (row >= begin && day[row]! > any) any = day[row]!
    while (row >= begin && (marks[row]! & MARKS.completed) === 0) row--
    if (row >= begin && day[row]! > completed) completed = day[row]!
  }
  for (const last of unkept.day) if (last > any) any = last
  return completed === NO_DAY ? any : completed
}
