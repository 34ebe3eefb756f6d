import type { Day } from '@comeback/retention'
import type { Columns } from './columns.ts'
import { forecastState, soon } from './forecast.ts'
import { periodJson } from './wire.ts'

/** The lifetime model as it is told: fitted parameters, the check on the salon's own past, and what all clients add up to. */
export async function lifetimeAnswer(columns: Columns, asOf: Day) {
  const lifetime = await soon(columns.lifetime(asOf))
  const forecast = forecastState(lifetime)
  if (typeof lifetime === 'string') return { forecast, model: null, holdOut: null, totals: null }
  const { model, holdOut, withheld } = lifetime
  return {
    forecast,
    model,
    holdOut: 'reason' in holdOut ? holdOut : { ...holdOut, ...periodJson(holdOut) },
    totals: withheld === null ? totalsOf(lifetime) : null,
  }
}

function totalsOf(lifetime: { pAlive: Float64Array; expectedVisits12m: Float64Array; value12m: Float64Array }) {
  const known = (column: Float64Array) => column.filter((value) => !Number.isNaN(value))
  const sum = (column: Float64Array) => known(column).reduce((total, value) => total + value, 0)
  const { pAlive, expectedVisits12m, value12m } = lifetime
  return {
    clients: known(pAlive).length,
    alive: sum(pAlive),
    expectedVisits12m: sum(expectedVisits12m),
    value12m: known(value12m).length === 0 ? null : sum(value12m),
  }
}
