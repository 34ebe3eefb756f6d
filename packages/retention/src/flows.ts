import { staffOfNextVisit, staffOfVisit } from './flow-ends.ts'
import { compareCodePoints, keyOf } from './names.ts'
import type { ReturnQuery } from './query.ts'
import { tallyServed } from './served.ts'
import type { Visits } from './visits.ts'

/** Where the clients last served by one staff member went. `stayed + moved` are the returned ones. */
export interface FlowRow {
  /** staff of the anchor visit's main line; `null` when it names none */
  staff: string | null
  stayed: number
  moved: number
  missed: number
  open: number
  /** returned clients by the staff of the next visit's main line, largest first */
  to: { staff: string | null; clients: number }[]
}

export interface Flows {
  /** everyone who appears at either end, in code-point order */
  staff: (string | null)[]
  rows: FlowRow[]
}

/** Flows between staff (METRICS §1): each served client once, from their anchor visit to their next visit. */
export function flows(visits: Visits, query: ReturnQuery): Flows {
  const rows = new Map<number, FlowRow & { counts: Map<number, number> }>()
  tallyServed(visits, query, ['all'], ({ client, anchor, outcome }) => {
    const from = staffOfVisit(visits, client, anchor)
    let row = rows.get(from)
    if (!row) {
      row = { staff: nameOf(visits, from), stayed: 0, moved: 0, missed: 0, open: 0, to: [], counts: new Map() }
      rows.set(from, row)
    }
    if (outcome === 'open') row.open++
    else if (outcome !== 'returned') row.missed++
    else {
      const to = staffOfNextVisit(visits, client, anchor)
      if (to === from) row.stayed++
      else row.moved++
      row.counts.set(to, (row.counts.get(to) ?? 0) + 1)
    }
  })
  const byName = (a: { staff: string | null }, b: { staff: string | null }) =>
    compareCodePoints(a.staff ?? '', b.staff ?? '')
  const result = [...rows.values()].sort(byName).map(({ counts, ...row }) => ({
    ...row,
    to: [...counts]
      .map(([staff, clients]) => ({ staff: nameOf(visits, staff), clients }))
      .sort((a, b) => b.clients - a.clients || byName(a, b)),
  }))
  const everyone = new Set(result.flatMap((row) => [row.staff, ...row.to.map(({ staff }) => staff)]))
  return { staff: [...everyone].sort((a, b) => compareCodePoints(a ?? '', b ?? '')), rows: result }
}

function nameOf(visits: Visits, staff: number): string | null {
  return keyOf(visits.names.staff[staff]!)
}
