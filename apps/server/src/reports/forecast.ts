import type { Lifetime, NoForecast } from '@comeback/retention'
import { log } from '../log/index.ts'
import type { Columns } from './columns.ts'

/** What the lifetime model expects of a client (METRICS §7); `null` while it is being fitted and where it is withheld. */
export interface Forecast {
  pAlive: number | null
  expectedVisits12m: number | null
  /** minor units: what is at risk when the client does not come again */
  value12m: number | null
}

/** Whether lists show forecasts, and why not. */
export const FORECAST_STATES = [
  'ready',
  'pending',
  'failed',
  'notInPlan',
  'tooFewClients',
  'tooFewRepeaters',
  'notIdentifiable',
  'modelMisses',
] as const satisfies ('ready' | 'pending' | 'failed' | 'notInPlan' | NoForecast)[]

export type ForecastState = (typeof FORECAST_STATES)[number]

/** How long a list waits for a model that is being fitted, before it is shown without. */
const PATIENCE = 400

/** A lifetime, or why there is none to show yet. */
export type LifetimeSoFar = Lifetime | 'pending' | 'failed' | 'notInPlan'

/** The lifetime if it is known within a moment: a list is worth seeing without. */
export async function soon(lifetime: ReturnType<Columns['lifetime']>): Promise<LifetimeSoFar> {
  const { promise: late, resolve } = Promise.withResolvers<'pending'>()
  const timer = setTimeout(() => resolve('pending'), PATIENCE)
  try {
    return await Promise.race([lifetime, late])
  } catch (error) {
    log.error('the lifetime model could not be fitted', {}, error)
    return 'failed'
  } finally {
    clearTimeout(timer)
  }
}

export function forecastState(lifetime: LifetimeSoFar): ForecastState {
  return typeof lifetime === 'string' ? lifetime : (lifetime.withheld ?? 'ready')
}

/** Whether asking again would tell the same, as long as the data stays. */
export function isSettled(state: ForecastState): boolean {
  return state !== 'pending' && state !== 'failed'
}

export function forecastOf(lifetime: LifetimeSoFar, client: number): Forecast {
  if (typeof lifetime === 'string') return { pAlive: null, expectedVisits12m: null, value12m: null }
  const known = (value: number) => (Number.isNaN(value) ? null : value)
  return {
    pAlive: known(lifetime.pAlive[client]!),
    expectedVisits12m: known(lifetime.expectedVisits12m[client]!),
    value12m: known(lifetime.value12m[client]!),
  }
}
