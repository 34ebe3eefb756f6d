import type { Day } from '../calendar.ts'
import type { VisitHistory } from '../visits.ts'
import { fitLifetime, type LifetimeModel, type LifetimeOptions, type NoLifetimeModel } from './fit-lifetime.ts'
import { type ForecastOptions, forecastClients } from './forecast.ts'
import { type HoldOut, holdOut } from './hold-out.ts'

/** Why no forecast is shown; `modelMisses`: the hold-out check failed. */
export type NoForecast = NoLifetimeModel['reason'] | 'modelMisses'

/** A salon's lifetime model as a person may see it: fitted, checked on the salon's own past, and what it expects. */
export interface Lifetime {
  asOf: Day
  model: LifetimeModel | NoLifetimeModel
  /** `{reason}` where what was known before the days held out is too little for a model */
  holdOut: HoldOut | NoLifetimeModel
  /** `null` when forecasts are shown; those of a model whose check failed are not */
  withheld: NoForecast | null
  /** by client number; NaN for clients without a visit by `asOf`, without a ticket model, and where withheld */
  pAlive: Float64Array
  expectedVisits12m: Float64Array
  /** minor units */
  value12m: Float64Array
}

/**
 * Fits the lifetime model (METRICS §7), checks it on the last 90 days and forecasts every client; a model that misses
 * badly is withheld, one that could not be checked for want of history is not.
 */
export function lifetimeOf(visits: VisitHistory, asOf: Day, options: LifetimeOptions & ForecastOptions = {}): Lifetime {
  const model = fitLifetime(visits, asOf, options)
  const check = holdOut(visits, asOf, options)
  const column = () => new Float64Array(visits.clients).fill(Number.NaN)
  const lifetime = { asOf, model, holdOut: check, pAlive: column(), expectedVisits12m: column(), value12m: column() }
  if ('reason' in model) return { ...lifetime, withheld: model.reason }
  if ('misses' in check && check.misses) return { ...lifetime, withheld: 'modelMisses' }
  for (const [client, forecast] of forecastClients(visits, asOf, model, options)) {
    lifetime.pAlive[client] = forecast.pAlive
    lifetime.expectedVisits12m[client] = forecast.expectedVisits12m
    lifetime.value12m[client] = forecast.value12m ?? Number.NaN
  }
  return { ...lifetime, withheld: null }
}
