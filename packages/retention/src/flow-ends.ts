import type { Day } from './calendar.ts'
import type { Visits } from './visits.ts'

/** Index of the staff of the main line of the client's visit on that day, and of their next visit, which exists. */
export function staffOfVisit(visits: Visits, client: number, day: Day): number {
  return visits.staff[mainRowOf(visits, client, day)]!
}

export function staffOfNextVisit(visits: Visits, client: number, day: Day): number {
  let next = mainRowOf(visits, client, day) + 1
  while (visits.day[next] === day) next++
  return visits.staff[next]!
}

/** First row of the client on that day, which is the visit's main line. */
function mainRowOf(visits: Visits, client: number, day: Day): number {
  let row = visits.clientStart[client]!
  while (visits.day[row]! < day) row++
  return row
}
