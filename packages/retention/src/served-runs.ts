import { firstRowFrom } from './columns.ts'
import { matcherOf } from './grouping.ts'
import type { Selection } from './query.ts'
import type { Visits } from './visits.ts'

/** A served client with their matching visits in the base period. */
export interface ServedRun {
  client: number
  /** row of the first and of the last such visit: its main line among the matching ones */
  first: number
  last: number
}

/** Calls back once for every client with a matching visit in the base period, in the order of the book. */
export function forEachServed(visits: Visits, { base, filters, asOf }: Selection, callback: (run: ServedRun) => void) {
  const { clientStart, day } = visits
  const matches = matcherOf(visits, filters, base)
  const lastBaseDay = Math.min(base.to, asOf)
  for (let client = 0; client < visits.clients; client++) {
    const end = clientStart[client + 1]!
    if (clientStart[client] === end || day[end - 1]! < base.from) continue
    let first = -1
    let last = -1
    for (let row = firstRowFrom(day, clientStart[client]!, end, base.from); row < end; row++) {
      if (day[row]! > lastBaseDay) break
      if (matches.line && !matches.line(row)) continue
      if (first < 0) first = row
      // Rows of a visit are ranked, so the first one that matches is the main line among them.
      if (last < 0 || day[row] !== day[last]) last = row
    }
    if (first >= 0 && (!matches.client || matches.client(client))) callback({ client, first, last })
  }
}
