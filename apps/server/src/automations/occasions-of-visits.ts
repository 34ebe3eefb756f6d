import { clientCadence, type Day, formatDay, hasFutureAppointment, isHeld, type Visits } from '@comeback/retention'
import type { Columns } from '../reports/columns.ts'
import type { Occasion, Span } from './occasion.ts'
import type { VisitTrigger } from './trigger.ts'

type Known = Pick<Columns, 'visits' | 'clientIds' | 'cadence'>

/** Where each state by personal cadence begins, among the engine's thresholds. */
const BEGINS = { due: 'active', atRisk: 'due', longOverdue: 'atRisk' } as const

/**
 * Visits after which so much time went by without another one, and without an appointment held. One client has one at most
 * when seen `now`; seen `then`, each visit may be one, whatever came later.
 */
export function occasionsOfVisits(known: Known, trigger: VisitTrigger, span: Span): Occasion[] {
  const { visits, clientIds } = known
  const delayOf = delays(known, trigger, span.asOf)
  const found: Occasion[] = []
  for (let client = 0; client < visits.clients; client++) {
    const clientId = clientIds[client]!
    for (const { day, next } of visitDays(visits, client, span.asOf)) {
      if (span.seen === 'now' && next !== null) break
      const delay = delayOf(client)
      const due = day + delay
      if (Number.isNaN(due) || due < span.from) break
      const isFirst = day === visits.day[visits.clientStart[client]!]
      if (due > span.to || (trigger.kind === 'firstVisit' && !isFirst)) continue
      const isOver = next !== null && next <= due
      if (isOver || isHeldOn(visits, client, span.seen === 'now' ? span.asOf : due, span.seen)) continue
      found.push({ clientId, key: trigger.kind === 'firstVisit' ? 'first' : `visit:${formatDay(day)}`, due })
    }
  }
  return found
}

/** Days from a visit of a client until it is written of; NaN: never. */
function delays({ visits, cadence }: Known, trigger: VisitTrigger, asOf: Day): (client: number) => number {
  if (trigger.kind !== 'overdue') return () => trigger.days
  const pooled = cadence(asOf)
  const threshold = pooled.thresholds[BEGINS[trigger.after]]
  return (client) => {
    const { expectedGap } = clientCadence(visits, pooled, client)
    return expectedGap === null ? Number.NaN : Math.floor(threshold * expectedGap) + 1
  }
}

/** The days a client came on, the last one first, each with the day they came next. */
function* visitDays({ clientStart, day }: Visits, client: number, asOf: Day) {
  let next: Day | null = null
  for (let row = clientStart[client + 1]! - 1; row >= clientStart[client]!; row--) {
    if (day[row]! > asOf || day[row] === next) continue
    yield { day: day[row]!, next }
    next = day[row]!
  }
}

/** Whether a client held an appointment on a day; of a past day only those known to have been made by then count. */
function isHeldOn(visits: Visits, client: number, on: Day, seen: Span['seen']): boolean {
  if (seen === 'now') return hasFutureAppointment(visits, client, on)
  const { clientStart, day } = visits.bookings
  for (let row = clientStart[client + 1]! - 1; row >= clientStart[client]! && day[row]! > on; row--) {
    if (isHeld(visits, row, on)) return true
  }
  return false
}
