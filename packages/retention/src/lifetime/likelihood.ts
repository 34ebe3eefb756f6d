import { logGamma } from '../special.ts'
import type { RepeatGroups } from './group-repeats.ts'
import { type ModelKind, occasionsToLeave, type VisitParameters } from './parameters.ts'
import { digamma } from './special.ts'

/** Log-likelihood and its derivatives by r, α, a and b. */
export interface Likelihood {
  value: number
  gradient: [r: number, alpha: number, a: number, b: number]
}

/**
 * Log-likelihood of BG/NBD (Fader, Hardie & Lee 2005, eq. 6) or MBG/CNBD-k (Platzer & Reutterer 2016, eq. 7), with the
 * terms that depend on k and the data only, so that values of different k compare (as BTYDplus has it).
 *
 * With s = r + kx and n occasions to leave, each customer adds
 * ln B(a, b+n)/B(a, b) + ln Γ(s)/Γ(r) + r ln α − s ln(α+tx) + ln(D + F) + (k−1) Σ ln gap − x ln (k−1)!,
 * where D = a/(b+n−1) (0 when n is 0) stands for having left at tx and F for having stayed: the probability of fewer
 * than k ticks in (tx, T], which is negative binomial. Written with F the ratio of powers cannot overflow.
 */
export function likelihood(kind: ModelKind, parameters: VisitParameters, groups: RepeatGroups): Likelihood {
  const byCount = overCounts(kind, parameters, groups)
  const byHistory = overHistories(kind, parameters, groups)
  const gradient = byCount.gradient.map((each, i) => each + byHistory.gradient[i]!) as Likelihood['gradient']
  return { value: byCount.value + byHistory.value, gradient }
}

/** What depends on the number of visits alone. */
function overCounts(kind: ModelKind, { k, r, alpha, a, b }: VisitParameters, groups: RepeatGroups): Likelihood {
  const logFactorial = logGamma(k)
  const start = { logBeta: logGamma(a + b) - logGamma(b), logGammaR: logGamma(r), logAlpha: Math.log(alpha) }
  const slope = { r: digamma(r), ab: digamma(a + b), b: digamma(b) }
  let value = (k - 1) * groups.logGaps
  let [byR, byA, byB] = [0, 0, 0]
  groups.byX.forEach((count, x) => {
    if (count === 0) return
    const n = occasionsToLeave(kind, x)
    const s = r + k * x
    const stays = logGamma(b + n) - logGamma(a + b + n) + start.logBeta
    value += count * (stays + logGamma(s) - start.logGammaR + r * start.logAlpha - x * logFactorial)
    const slopeAB = digamma(a + b + n)
    byR += count * (digamma(s) - slope.r + start.logAlpha)
    byA += count * (slope.ab - slopeAB)
    byB += count * (digamma(b + n) - slopeAB + slope.ab - slope.b)
  })
  return { value, gradient: [byR, (groups.customers * r) / alpha, byA, byB] }
}

/** What depends on when the visits were. */
function overHistories(kind: ModelKind, { k, r, alpha, a, b }: VisitParameters, groups: RepeatGroups): Likelihood {
  const { times, count } = groups
  const logs = times.map((time) => Math.log(alpha + time))
  let value = 0
  let [byR, byAlpha, byA, byB] = [0, 0, 0, 0]
  for (let i = 0; i < count.length; i++) {
    const x = groups.x[i]!
    const n = occasionsToLeave(kind, x)
    const s = r + k * x
    const inverseT = 1 / (alpha + times[groups.T[i]!]!)
    const inverseTx = 1 / (alpha + times[groups.tx[i]!]!)
    const logTx = logs[groups.tx[i]!]!
    const logRatio = logs[groups.T[i]!]! - logTx

    const share = (times[groups.T[i]!]! - times[groups.tx[i]!]!) * inverseT
    let term = 1
    let sum = 1
    let rises = 0
    let [sumByS, sumByShare] = [0, 0]
    for (let j = 1; j < k; j++) {
      term *= ((s + j - 1) / j) * share
      rises += 1 / (s + j - 1)
      sum += term
      sumByS += term * rises
      sumByShare += term * j
    }

    const logNone = -s * logRatio
    const slopeNone = s * (inverseTx - inverseT)
    const weight = count[i]!
    let fade = 1 / sum
    if (n === 0) value += weight * (logNone + Math.log(sum) - s * logTx)
    else {
      const left = a / (b + n - 1)
      const none = Math.exp(logNone)
      const either = left + none * sum
      value += weight * (Math.log(either) - s * logTx)
      fade = none / either
      byA += (weight * left) / (a * either)
      byB -= (weight * left) / ((b + n - 1) * either)
    }
    byR += weight * (fade * (sumByS - logRatio * sum) - logTx)
    byAlpha += weight * (fade * (slopeNone * sum - sumByShare * inverseT) - s * inverseTx)
  }
  return { value, gradient: [byR, byAlpha, byA, byB] }
}
