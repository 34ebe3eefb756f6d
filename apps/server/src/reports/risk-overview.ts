import { CADENCE_STATES, type CadenceState, type Day, type Period, summariseClient } from '@comeback/retention'
import { erasedClients } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Columns } from './columns.ts'
import { type ForecastState, forecastOf, forecastState, soon } from './forecast.ts'

interface Share {
  clients: number
  /** what they are expected to bring in the next 12 months, minor units; `null` without a forecast */
  value12m: number | null
}

/** Where the salon's clients stand against their own rhythm at the end of `asOf`. */
export interface RiskOverview {
  asOf: Day
  /** under 8 months of data: long rhythms cannot be known yet */
  shortHistory: boolean
  forecast: ForecastState
  states: (Share & { state: CadenceState })[]
  /** expected in the seven days after `asOf`, and not booked */
  dueThisWeek: Share & Pick<Period, 'from' | 'to'>
}

/** All clients with a visit by then who are not erased, or of these those whose last visit was with `staff`. */
export async function riskOverview(
  scope: WorkspaceScope,
  columns: Columns,
  asOf: Day,
  staff?: string,
): Promise<RiskOverview> {
  const { visits, clientIds } = columns
  const gone = await erasedClients(scope)
  const cadence = columns.cadence(asOf)
  const lifetime = await soon(columns.lifetime(asOf))
  const share = (): Share => ({ clients: 0, value12m: null })
  const add = (to: Share, value: number | null) => {
    to.clients++
    if (value !== null) to.value12m = (to.value12m ?? 0) + value
  }
  const states = CADENCE_STATES.map((state) => ({ state, ...share() }))
  const week = { from: asOf + 1, to: asOf + 7, ...share() }
  for (let client = 0; client < visits.clients; client++) {
    const summary = summariseClient(visits, cadence, client)
    if (!summary || gone.has(clientIds[client]!) || (staff !== undefined && summary.staff !== staff)) continue
    const { state, expectedOn } = summary
    if (state === null) continue
    const { value12m } = forecastOf(lifetime, client)
    add(states[CADENCE_STATES.indexOf(state)]!, value12m)
    const due = state !== 'booked' && expectedOn !== null && expectedOn >= week.from && expectedOn <= week.to
    if (due) add(week, value12m)
  }
  return { asOf, shortHistory: cadence.shortHistory, forecast: forecastState(lifetime), states, dueThisWeek: week }
}
