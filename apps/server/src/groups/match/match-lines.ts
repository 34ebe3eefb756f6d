import type { Visits } from '@comeback/retention'
import type { LineRule, SourceRule } from '../rule.ts'
import type { Facts } from './facts.ts'
import { type Mask, maskOf } from './mask.ts'

/** Clients one of whose lines, or the main line of whose last visit, has one of the values. */
export function matchLines({ visits, asOf, lastRow }: Facts, { kind, values, when }: LineRule): Mask {
  const { column, names } = linesBy(visits, kind)
  const wanted = Uint8Array.from(names, (name) => (values.includes(name) ? 1 : 0))
  const isWanted = (row: number) => wanted[column[row]!] === 1
  if (when === 'last') return maskOf(visits.clients, (client) => lastRow[client]! >= 0 && isWanted(lastRow[client]!))
  const { clientStart, day } = visits
  return maskOf(visits.clients, (client) => {
    const end = clientStart[client + 1]!
    for (let row = clientStart[client]!; row < end && day[row]! <= asOf; row++) if (isWanted(row)) return true
    return false
  })
}

function linesBy({ names, ...columns }: Visits, kind: LineRule['kind']) {
  if (kind === 'category') return { column: columns.service, names: names.serviceCategory }
  return { column: columns[kind], names: names[kind] }
}

export function matchSource({ visits }: Facts, { values }: SourceRule): Mask {
  const wanted = Uint8Array.from(visits.names.source, (name) => (values.includes(name) ? 1 : 0))
  return maskOf(visits.clients, (client) => wanted[visits.source[client]!] === 1)
}
