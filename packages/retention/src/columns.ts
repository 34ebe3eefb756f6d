import type { Indices, LineTable } from './visits.ts'

/** A column of indices below `count`, as narrow as they allow. */
export function indicesFor(count: number, length: number): Indices {
  if (count <= 0x100) return new Uint8Array(length)
  return count <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length)
}

/** Lines grouped by client: those of client c are order[clientStart[c]] … order[clientStart[c + 1] − 1]. */
export interface ClientRuns {
  order: Uint32Array
  clientStart: Uint32Array
}

/** Lines of known clients whose `keep` is 1, each client's sorted by `compare` (a total order of line numbers). */
export function sortByClient(
  lines: LineTable,
  keep: Uint8Array,
  compare: (a: number, b: number) => number,
): ClientRuns {
  const { client, clients, length } = lines
  const clientStart = new Uint32Array(clients + 1)
  for (let line = 0; line < length; line++) {
    if (client[line]! >= 0 && keep[line] === 1) clientStart[client[line]! + 1]!++
  }
  for (let c = 0; c < clients; c++) clientStart[c + 1]! += clientStart[c]!
  const order = new Uint32Array(clientStart[clients]!)
  const next = clientStart.slice(0, clients)
  for (let line = 0; line < length; line++) {
    if (client[line]! >= 0 && keep[line] === 1) order[next[client[line]!]!++] = line
  }
  for (let c = 0; c < clients; c++) sortRun(order, clientStart[c]!, clientStart[c + 1]!, compare)
  return { order, clientStart }
}

/** Files mostly come in date order, where insertion sort is linear; a run that is far from sorted goes to the built-in. */
function sortRun(order: Uint32Array, from: number, to: number, compare: (a: number, b: number) => number) {
  let moves = 0
  const mostMoves = 8 * (to - from)
  for (let i = from + 1; i < to; i++) {
    const line = order[i]!
    let j = i
    for (; j > from && compare(order[j - 1]!, line) > 0; j--) order[j] = order[j - 1]!
    order[j] = line
    moves += i - j
    if (moves > mostMoves) {
      order.subarray(from, to).sort(compare)
      return
    }
  }
}

export function gather<T extends Int32Array | Indices>(
  column: Int32Array | Uint8Array,
  order: Uint32Array,
  into: T,
): T {
  for (let row = 0; row < order.length; row++) into[row] = column[order[row]!]!
  return into
}

/**
 * First of the rows `from … to − 1` whose day is `day` or later (`to` when none is); the days ascend. Looks near the end
 * first, in ever longer steps: most questions are about the last months of a history.
 */
export function firstRowFrom(days: Int32Array, from: number, to: number, day: number): number {
  let low = from
  let high = to
  for (let step = 1; high - step > low; step *= 2) {
    if (days[high - step]! < day) {
      low = high - step + 1
      break
    }
    high -= step
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}
