import type { Indices, LineTable } from './visits.ts'

/** A column of indices below `count`, as narrow as they allow. */
export function indicesFor(count: number, length: number): Indices {
  return count <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length)
}

/** Counting sort: lines of known clients that pass, grouped by client and in file order within one. */
export function startsByClient(lines: LineTable, passes: (line: number) => boolean) {
  const clientStart = new Uint32Array(lines.clients + 1)
  for (let line = 0; line < lines.length; line++) {
    if (lines.client[line]! >= 0 && passes(line)) clientStart[lines.client[line]! + 1]!++
  }
  for (let client = 0; client < lines.clients; client++) clientStart[client + 1]! += clientStart[client]!
  const order = new Uint32Array(clientStart[lines.clients]!)
  const next = clientStart.slice(0, lines.clients)
  for (let line = 0; line < lines.length; line++) {
    if (lines.client[line]! >= 0 && passes(line)) order[next[lines.client[line]!]!++] = line
  }
  return { order, clientStart }
}
