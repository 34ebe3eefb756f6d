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

/** Runs found before the first of them is handed on. */
const TOGETHER = 64

/**
 * Calls back once for every client with a matching visit in the base period, up to the as-of date, in the order of the
 * book. The objects are used again: whoever keeps one copies it. Time: one look at each client's last day, then a search
 * in those who came since the period began.
 */
export function forEachServed(
  visits: Visits,
  { base, filters, asOf }: Selection,
  callback: (run: Readonly<ServedRun>) => void,
) {
  const { clients, clientStart, lastDay, day, revenue, staff } = visits
  const matches = matcherOf(visits, filters, base)
  const lastBaseDay = Math.min(base.to, asOf)
  const runs = Array.from({ length: TOGETHER }, (): ServedRun => ({ client: 0, first: 0, last: 0, to: 0, lines: 0 }))
  const touched = new Float64Array(TOGETHER)
  let found = 0
  const handOn = () => {
    // what callbacks read of runs lies all over the memory: touched first, it comes for many at a time, not for each in turn
    for (let i = 0; i < found; i++) touched[i] = revenue[runs[i]!.first]! + staff[runs[i]!.first]!
    for (let i = 0; i < found; i++) callback(runs[i]!)
    found = 0
  }
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
    const run = runs[found++]!
    run.client = client
    run.first = first
    run.last = last
    run.to = row
    run.lines = lines
    if (found === TOGETHER) handOn()
  }
  handOn()
}
