import { logGamma } from '../special.ts'
import { maximise } from './optimise.ts'
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

/** Maximum-likelihood fit with p, q and γ at most 10,000; `null` when the data do not settle them. */
export function fitGammaGamma(tickets: TicketColumns): GammaGammaFit | null {
  const customers = tickets.x.length
  const typical = Array.from(tickets.mean).reduce((sum, each) => sum + each, 0) / customers
  const starts = [
    { p: 5, q: 4 },
    { p: 1, q: 2 },
    { p: 50, q: 20 },
  ].map(({ p, q }) => [p, q, (typical * (q - 1)) / p].map(Math.log))
  const at = (logs: ArrayLike<number>): GammaGammaParameters => {
    const [p, q, gamma] = Array.from(logs, fromLog) as [number, number, number]
    return { p, q, gamma }
  }
  const likelihoodAt = likelihoodOf(tickets)
  const optimum = maximise(
    (logs, gradient) => {
      const { value, gradient: slope } = likelihoodAt(at(logs))
      gradient.set(slope.map((each, i) => each * Math.exp(logs[i]!)))
      return value
    },
    starts,
    logBounds(3),
  )
  return optimum && { ...at(optimum.point), logLikelihood: optimum.value }
}

/**
 * Expected mean ticket (major units) of a customer with x tickets of this mean; with x = 0 the mean of all customers.
 * `null` when q ≤ 1: tickets then vary so much over customers that their mean does not exist.
 */
export function expectedTicket({ p, q, gamma }: GammaGammaParameters, x: number, mean: number): number | null {
  return q <= 1 ? null : (p * (gamma + x * mean)) / (p * x + q - 1)
}
