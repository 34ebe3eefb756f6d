import { type Cadence, type ClientCadence, clientCadence } from './cadence.ts'
import type { Day } from './calendar.ts'
import { keyOf } from './names.ts'
import { revenueAt, type Visits } from './visits.ts'

/** One client as known at the end of the as-of date. Money in minor units, `null` when no price is known. */
export interface ClientSummary extends ClientCadence {
  client: number
  firstVisit: Day
  lastVisit: Day
  daysSince: number
  /** of the last visit's main line; `null` when it names none */
  staff: string | null
  service: string | null
  /** distinct days with a visit */
  visits: number
  revenue: number | null
  averageTicket: number | null
}

/** Summary of a client, or `null` when they have no visit on or before the as-of date of the cadence. */
export function summariseClient(visits: Visits, cadence: Cadence, client: number): ClientSummary | null {
  const { day } = visits
  const { asOf } = cadence
  const begin = visits.clientStart[client]!
  const end = visits.clientStart[client + 1]!
  if (begin === end || day[begin]! > asOf) return null
  let last = begin
  let count = 1
  let revenue = 0
  let pricedVisits = 0
  let pricedDay = day[begin]! - 1
  for (let row = begin; row < end && day[row]! <= asOf; row++) {
    if (day[row] !== day[last]) {
      last = row
      count++
    }
    const amount = revenueAt(visits, row)
    if (Number.isNaN(amount)) continue
    revenue += amount
    if (pricedDay !== day[row]) {
      pricedDay = day[row]!
      pricedVisits++
    }
  }
  return {
    client,
    firstVisit: day[begin]!,
    lastVisit: day[last]!,
    daysSince: asOf - day[last]!,
    staff: keyOf(visits.names.staff[visits.staff[last]!]!),
    service: keyOf(visits.names.service[visits.service[last]!]!),
    visits: count,
    revenue: pricedVisits === 0 ? null : revenue,
    averageTicket: pricedVisits === 0 ? null : revenue / pricedVisits,
    ...clientCadence(visits, cadence, client),
  }
}
