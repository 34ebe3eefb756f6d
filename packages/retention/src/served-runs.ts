import type { Selection } from './query.ts'
import { findServed } from './served.ts'
import type { Visits } from './visits.ts'

/** A served client with their matching visits in the base period. */
export interface ServedRun {
  client: number
  /** row of the first and of the last such visit: its main line among the matching ones */
  first: number
  last: number
}

/** Calls back once for every client with a matching visit in the base period, in the order of the book. */
export function forEachServed(visits: Visits, query: Selection, callback: (run: ServedRun) => void) {
  const { length, client, start, row, day } = findServed(visits, query)
  for (let i = 0; i < length; i++) {
    // Rows of a visit are ranked, so the first one that matches is the main line among them.
    let last = start[i + 1]! - 1
    while (last > start[i]! && day[last - 1] === day[last]) last--
    callback({ client: client[i]!, first: row[start[i]!]!, last: row[last]! })
  }
}
