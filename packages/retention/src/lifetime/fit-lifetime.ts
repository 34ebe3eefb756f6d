import type { Day } from '../calendar.ts'
import type { VisitHistory } from '../visits.ts'
import { fitBgnbd } from './bgnbd.ts'
import { fitGammaGamma, type GammaGammaParameters } from './gamma-gamma.ts'
import { fitMbgcnbd } from './mbgcnbd.ts'
import type { ModelKind, VisitParameters } from './parameters.ts'
import { repeatStatistics } from './repeat-statistics.ts'
import { repeatTickets } from './tickets.ts'

/** Below these a fit says more of chance than of the clients (METRICS §7). */
export const FEWEST_CLIENTS = 100
export const FEWEST_REPEATERS = 50
const FEWEST_PAYERS = 50

/** Visits and tickets of a salon's clients, fitted. Rates are per week, tickets in major units. */
export interface LifetimeModel extends VisitParameters {
  kind: ModelKind
  logLikelihood: number
  /** Gamma–Gamma; all three `null` when fewer than 50 clients have a repeat visit with revenue */
  p: number | null
  q: number | null
  gamma: number | null
}

/** Why there is no model; `notIdentifiable`: the data do not settle its parameters. */
export interface NoLifetimeModel {
  reason: 'tooFewClients' | 'tooFewRepeaters' | 'notIdentifiable'
}

export interface LifetimeOptions {
  model?: ModelKind
  /** minor units in a major one of the currency, 100 unless set */
  minorPerMajor?: number
}

/** Fits the lifetime model (METRICS §7) to what is known at the end of `asOf`; MBG/CNBD-k unless asked otherwise. */
export function fitLifetime(
  visits: VisitHistory,
  asOf: Day,
  { model = 'mbgcnbd', minorPerMajor = 100 }: LifetimeOptions = {},
): LifetimeModel | NoLifetimeModel {
  const customers = repeatStatistics(visits, asOf)
  if (customers.client.length < FEWEST_CLIENTS) return { reason: 'tooFewClients' }
  const repeaters = customers.x.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0)
  if (repeaters < FEWEST_REPEATERS) return { reason: 'tooFewRepeaters' }
  const fit = model === 'bgnbd' ? fitBgnbd(customers) : fitMbgcnbd(customers)
  if (!fit) return { reason: 'notIdentifiable' }
  const { k, r, alpha, a, b } = fit.parameters
  const { p, q, gamma } = fitTickets(visits, asOf, minorPerMajor) ?? { p: null, q: null, gamma: null }
  return { kind: model, k, r, alpha, a, b, logLikelihood: fit.logLikelihood, p, q, gamma }
}

function fitTickets(visits: VisitHistory, asOf: Day, minorPerMajor: number): GammaGammaParameters | null {
  const { count, mean } = repeatTickets(visits, asOf, minorPerMajor)
  const payers = Array.from(count.keys()).filter((client) => count[client]! > 0)
  if (payers.length < FEWEST_PAYERS) return null
  return fitGammaGamma({ x: payers.map((client) => count[client]!), mean: payers.map((client) => mean[client]!) })
}
