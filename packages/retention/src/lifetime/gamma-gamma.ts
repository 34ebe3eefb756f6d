import { logGamma } from '../special.ts'
import { maximise, type Objective, refine } from './optimise.ts'
import { fromLog, logBounds } from './parameters.ts'
import { digamma } from './special.ts'

/** Tickets of a customer vary as Gamma with shape p, and their means over customers by q and γ (major units). */
export interface GammaGammaParameters {
  p: number
  q: number
  gamma: number
}

export interface GammaGammaFit extends GammaGammaParameters {
  logLikelihood: number
}

/** One entry a customer: tickets seen (≥ 1) and their mean in major units (> 0). */
export interface TicketColumns {
  x: ArrayLike<number>
  mean: ArrayLike<number>
}

const BOUNDS = logBounds(3)

/** Where the search begins; γ follows from the mean ticket. */
const STARTS = [
  { p: 5, q: 4 },
  { p: 1, q: 2 },
  { p: 50, q: 20 },
]

const SAMPLE = 5000

/**
 * Log-likelihood of the Gamma–Gamma model (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value", eq. 1a).
 */
export function gammaGammaLogLikelihood(parameters: GammaGammaParameters, tickets: TicketColumns): number {
  return likelihoodOf(tickets)(parameters).value
}

/** The likelihood as a function of its parameters: what does not depend on them is summed once. */
function likelihoodOf({ x, mean }: TicketColumns) {
  const customers = x.length
  const byCount = new Map<number, number>()
  let sumLogMean = 0
  let sumLogTotal = 0
  for (let i = 0; i < customers; i++) {
    byCount.set(x[i]!, (byCount.get(x[i]!) ?? 0) + 1)
    sumLogMean += Math.log(mean[i]!)
    sumLogTotal += x[i]! * Math.log(x[i]! * mean[i]!)
  }
  return ({ p, q, gamma }: GammaGammaParameters) => {
    let value = p * sumLogTotal - sumLogMean + customers * (q * Math.log(gamma) - logGamma(q))
    let byP = sumLogTotal
    let byQ = customers * (Math.log(gamma) - digamma(q))
    let byGamma = (customers * q) / gamma
    for (const [n, count] of byCount) {
      const slope = digamma(p * n + q)
      value += count * (logGamma(p * n + q) - logGamma(p * n))
      byP += count * n * (slope - digamma(p * n))
      byQ += count * slope
    }
    for (let i = 0; i < customers; i++) {
      const n = x[i]!
      const total = gamma + n * mean[i]!
      const logTotal = Math.log(total)
      value -= (p * n + q) * logTotal
      byP -= n * logTotal
      byQ -= logTotal
      byGamma -= (p * n + q) / total
    }
    return { value, gradient: [byP, byQ, byGamma] as const }
  }
}

/**
 * Maximum-likelihood fit with p, q and γ at most 10,000; `null` when the data do not settle them. Large books are
 * fitted to every so many customers first.
 */
export function fitGammaGamma(tickets: TicketColumns): GammaGammaFit | null {
  const step = Math.ceil(tickets.x.length / SAMPLE)
  const sample = step > 1 ? everyNth(tickets, step) : tickets
  const typical = Array.from(sample.mean).reduce((sum, each) => sum + each, 0) / sample.mean.length
  const starts = STARTS.map(({ p, q }) => [p, q, (typical * (q - 1)) / p].map(Math.log))
  const first = maximise(objectiveOf(sample), starts, BOUNDS)
  const optimum = first && step > 1 ? refine(objectiveOf(tickets), first, step, BOUNDS) : first
  return optimum && { ...parametersAt(optimum.point), logLikelihood: optimum.value }
}

/** The likelihood as a function of the logarithms of p, q and γ. */
function objectiveOf(tickets: TicketColumns): Objective {
  const likelihoodAt = likelihoodOf(tickets)
  return (logs, gradient) => {
    const { value, gradient: slope } = likelihoodAt(parametersAt(logs))
    gradient.set(slope.map((each, i) => each * Math.exp(logs[i]!)))
    return value
  }
}

function parametersAt(logs: Float64Array): GammaGammaParameters {
  const [p, q, gamma] = Array.from(logs, fromLog) as [number, number, number]
  return { p, q, gamma }
}

function everyNth({ x, mean }: TicketColumns, step: number): TicketColumns {
  const kept = Array.from({ length: Math.ceil(x.length / step) }, (_, i) => i * step)
  return { x: kept.map((i) => x[i]!), mean: kept.map((i) => mean[i]!) }
}

/**
 * Expected mean ticket (major units) of a customer with x tickets of this mean; with x = 0 the mean of all customers.
 * `null` when q ≤ 1: tickets then vary so much over customers that their mean does not exist.
 */
export function expectedTicket({ p, q, gamma }: GammaGammaParameters, x: number, mean: number): number | null {
  return q <= 1 ? null : (p * (gamma + x * mean)) / (p * x + q - 1)
}
