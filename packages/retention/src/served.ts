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
 * began. `onServed` is told each of them, with the row of their last matching line, while these rows are at hand: coming
 * back to them later costs more than the search.
 */
export function findServed(
  visits: Visits,
  { base, filters, asOf }: Selection,
  onServed: ((entry: number, client: number, row: number) => void) | null = null,
): Served {
  const { clients, clientStart, lastDay, day } = visits
  const matches = matcherOf(visits, filters, base)
  const lastBaseDay = Math.min(base.to, asOf)
  const client = new Int32Array(clients)
  const start = new Int32Array(clients + 1)
  let lines = { entry: new Int32Array(clients), row: new Int32Array(clients), day: new Int32Array(clients) }
  let length = 0
  let count = 0
  for (let c = 0; c < clients; c++) {
    if (lastDay[c]! < base.from) continue
    const end = clientStart[c + 1]!
    let row = firstRowFrom(day, clientStart[c]!, end, base.from)
    if (day[row]! > lastBaseDay || (matches.client && !matches.client(c))) continue
    if (count + end - row > lines.row.length) lines = grown(lines, count + end - row)
    for (; row < end && day[row]! <= lastBaseDay; row++) {
      if (matches.line && !matches.line(row)) continue
      lines.entry[count] = length
      lines.row[count] = row
      lines.day[count] = day[row]!
      count++
    }
    if (count === start[length]) continue
    client[length] = c
    onServed?.(length, c, lines.row[count - 1]!)
    start[++length] = count
  }
  return {
    length,
    client: client.subarray(0, length),
    start: start.subarray(0, length + 1),
    entry: lines.entry.subarray(0, count),
    row: lines.row.subarray(0, count),
    day: lines.day.subarray(0, count),
  }
}

type Lines = Record<'entry' | 'row' | 'day', Int32Array<ArrayBuffer>>

function grown({ entry, row, day }: Lines, atLeast: number): Lines {
  const longer = (column: Int32Array) => {
    const larger = new Int32Array(2 * atLeast)
    larger.set(column)
    return larger
  }
  return { entry: longer(entry), row: longer(row), day: longer(day) }
}
