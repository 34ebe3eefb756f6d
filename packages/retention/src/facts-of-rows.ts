import { type Day, NO_DAY } from './calendar.ts'
import { indicesFor } from './columns.ts'
import { monthsBetween } from './months.ts'
import { MARKS, UNKEPT_BOOKED, type Visits } from './visits.ts'

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

/** Days of each client's first and last visit, NO_DAY without one. */
export function outerDays(clientStart: Uint32Array, day: Int32Array): Pick<Visits, 'debutDay' | 'lastDay'> {
  const debutDay = new Int32Array(clientStart.length - 1).fill(NO_DAY)
  const lastDay = debutDay.slice()
  for (let client = 0; client < lastDay.length; client++) {
    const begin = clientStart[client]!
    const end = clientStart[client + 1]!
    if (end === begin) continue
    debutDay[client] = day[begin]!
    lastDay[client] = day[end - 1]!
  }
  return { debutDay, lastDay }
}

/** The day of the first visit, NO_DAY when there is none, and by row the calendar months since then. */
export function monthsOfRows({
  day,
  debutDay,
  lastDay,
}: Pick<Visits, 'day' | 'debutDay' | 'lastDay'>): Pick<Visits, 'firstDay' | 'month'> {
  if (day.length === 0) return { firstDay: NO_DAY, month: indicesFor(0, 0) }
  const firstDay = debutDay.reduce((earliest, each) => (each === NO_DAY ? earliest : Math.min(earliest, each)), day[0]!)
  const { count, offset } = monthsBetween(
    firstDay,
    lastDay.reduce((latest, each) => Math.max(latest, each)),
  )
  const month = indicesFor(count, day.length)
  for (let row = 0; row < month.length; row++) month[row] = offset[day[row]! - firstDay]!
  return { firstDay, month }
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
