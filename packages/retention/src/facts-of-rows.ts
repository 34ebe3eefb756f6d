import { type Day, NO_DAY } from './calendar.ts'
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

/** Day of each client's last visit, NO_DAY without one. */
export function lastDaysOf(clientStart: Uint32Array, day: Int32Array): Int32Array {
  const lastDay = new Int32Array(clientStart.length - 1).fill(NO_DAY)
  for (let client = 0; client < lastDay.length; client++) {
    const end = clientStart[client + 1]!
    if (end > clientStart[client]!) lastDay[client] = day[end - 1]!
  }
  return lastDay
}

/** Day of the first visit, NO_DAY when there is none. */
export function firstDayOf({ clients, clientStart, day }: Pick<Visits, 'clients' | 'clientStart' | 'day'>): Day {
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
