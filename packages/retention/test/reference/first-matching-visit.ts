import type { Line, Salon } from './line.ts'
import { matchingLines } from './matching.ts'
import type { Question } from './question.ts'
import { type Visit, visitsUntil } from './visits.ts'

/** A client who stands once in a curve or a comparison: at their first matching visit in the base period. */
export interface Subject {
  client: number
  visit: Visit
  /** the visit's lines that pass the filters, the highest ranked first */
  matching: Line[]
  /** the client's visits after it, until the as-of date */
  later: Visit[]
}

/** Every served client at their first matching visit; `firstEver` leaves those whose first-ever visit that is. */
export function firstMatchingVisits(salon: Salon, question: Question, firstEver: boolean): Subject[] {
  const visits = visitsUntil(salon, question.asOf)
  const clients = [...new Set(visits.map((visit) => visit.client))]
  return clients.flatMap((client) => {
    const own = visits.filter((visit) => visit.client === client)
    const visit = own.find((visit) => matchingLines(salon, visit, undefined, question).length > 0)
    if (visit === undefined || (firstEver && visit !== own[0])) return []
    const later = own.filter((other) => other.day > visit.day)
    return [{ client, visit, matching: matchingLines(salon, visit, undefined, question), later }]
  })
}
