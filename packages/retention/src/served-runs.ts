import { firstRowFrom } from './columns.ts'
import { matcherOf } from './grouping.ts'
import type { Selection } from './query.ts'
import type { Visits } from './visits.ts'

/** A served client with their matching lines in the base period, which lie in the rows `first … to − 1`. */
export interface ServedRun {
  client: number
  /** row of the first and of the last matching visit: its main line among the matching ones */
  first: number
  last: number
  to: number
  /** how many lines match */
  lines: number
}

/**
 * Calls back once for every client with a matching visit in the base period, up to the as-of date, in the order of the
 * book. It is one object for all of them in turn: whoever keeps it copies it. Time: one look at each client's last day,
 * then a search in those who came since the period began.
 */
export function forEachServed(
  visits: Visits,
  { base, filters, asOf }: Selection,
  callback: (run: Readonly<ServedRun>) => void,
) {
  const { clients, clientStart, lastDay, day } = visits
  const matches = matcherOf(visits, filters, base)
  const lastBaseDay = Math.min(base.to, asOf)
  const run: ServedRun = { client: 0, first: 0, last: 0, to: 0, lines: 0 }
  for (let client = 0; client < clients; client++) {
    if (lastDay[client]! < base.from) continue
    const end = clientStart[client + 1]!
    let row = firstRowFrom(day, clientStart[client]!, end, base.from)
    if (day[row]! > lastBaseDay || (matches.client && !matches.client(client))) continue
    let first = -1
    let last = -1
    let lines = 0
    for (; row < end && day[row]! <= lastBaseDay; row++) {
      if (matches.line && !matches.line(row)) continue
      // Rows of a visit are ranked, so the first one that matches is the main line among them.
      if (first < 0) first = row
      if (last < 0 || day[row] !== day[last]) last = row
      lines++
    }
    if (lines === 0) continue
    run.client = client
    run.first = first
    run.last = last
    run.to = row
    run.lines = lines
    callback(run)
  }
}
