import { firstRowFrom } from './columns.ts'
import { matcherOf } from './grouping.ts'
import type { Selection } from './query.ts'
import type { Visits } from './visits.ts'

/**
 * The clients with a matching line on a visit in the base period, up to the as-of date, in the order of the book, and
 * these lines side by side, so that whoever counts them need not look them up all over the columns again.
 */
export interface Served {
  length: number
  /** client of each entry */
  client: Int32Array
  /** matching lines of entry i, in the order of the columns: start[i] … start[i + 1] − 1, at least one */
  start: Int32Array
  /** of each line: the entry it belongs to, its row and its day */
  entry: Int32Array
  row: Int32Array
  day: Int32Array
}

/**
 * Finds the served clients. Time: one look at each client's last day, then a search in those who came since the period
 * began.
 */
export function findServed(visits: Visits, { base, filters, asOf }: Selection): Served {
  const { clients, clientStart, lastDay, day } = visits
  const matches = matcherOf(visits, filters, base)
  const lastBaseDay = Math.min(base.to, asOf)
  const client = new Int32Array(clients)
  const start = new Int32Array(clients + 1)
  let row = new Int32Array(clients)
  let length = 0
  let lines = 0
  for (let c = 0; c < clients; c++) {
    if (lastDay[c]! < base.from) continue
    const end = clientStart[c + 1]!
    let next = firstRowFrom(day, clientStart[c]!, end, base.from)
    if (day[next]! > lastBaseDay || (matches.client && !matches.client(c))) continue
    if (lines + end - next > row.length) row = grown(row, end - next)
    for (; next < end && day[next]! <= lastBaseDay; next++) if (!matches.line || matches.line(next)) row[lines++] = next
    if (lines === start[length]) continue
    client[length] = c
    start[++length] = lines
  }
  return {
    length,
    client: client.subarray(0, length),
    start: start.subarray(0, length + 1),
    ...linesOf(visits, start, row.subarray(0, lines)),
  }
}

function linesOf(visits: Visits, start: Int32Array, row: Int32Array): Pick<Served, 'entry' | 'row' | 'day'> {
  const entry = new Int32Array(row.length)
  const day = new Int32Array(row.length)
  for (let line = 0, i = 0; line < row.length; line++) {
    if (line === start[i + 1]) i++
    entry[line] = i
    day[line] = visits.day[row[line]!]!
  }
  return { entry, row, day }
}

function grown(column: Int32Array<ArrayBuffer>, atLeast: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length + atLeast)
  larger.set(column)
  return larger
}
