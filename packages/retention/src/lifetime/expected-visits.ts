import { logStayed } from './alive.ts'
import { type ModelKind, occasionsToLeave, type VisitParameters } from './parameters.ts'

/** Truncation error of {@link expectedVisits}, in visits. */
export const EXPECTED_VISITS_ERROR = 1e-9
const LOG_ERROR = Math.log(EXPECTED_VISITS_ERROR)

/** Products beyond this are scaled down, their logarithm is kept. */
const LARGE = 1e200

/**
 * Expected number of visits in the `weeks` after T of a customer with this history, alive or not; with x = tx = T = 0,
 * of a customer who has just come for the first time. An exact series for every k, cut where the rest is proven to be
 * below {@link EXPECTED_VISITS_ERROR} (docs/decisions/0006-expected-visits.md).
 *
 * Sums over the number m of ticks in (tx, T + weeks], negative binomial for someone who stays: the probability that
 * fewer than k of them fall before T, times the visits ⌊m/k⌋ ticks make when some leave on the way.
 */
export function expectedVisits(
  kind: ModelKind,
  parameters: VisitParameters,
  x: number,
  tx: number,
  T: number,
  weeks: number,
): number {
  if (weeks <= 0) return 0
  const { k, r, alpha, a, b } = parameters
  const n = occasionsToLeave(kind, x)
  const s = r + k * x
  const z = (T - tx + weeks) / (alpha + T + weeks)
  const before = (T - tx) / (T - tx + weeks)
  const stayed = logStayed(parameters, x, tx, T)
  const logEvidence = n === 0 ? stayed : Math.log(a / (b + n - 1) + Math.exp(stayed))
  let logScale = s * (Math.log(alpha + tx) - Math.log(alpha + T + weeks)) - logEvidence

  const ticks = new Float64Array(k) // of each j < k: scaled probability of m ticks, j of them before T
  ticks[0] = 1
  let fewBefore = 1 // their sum
  let visits = 0 // expected from m ticks by someone who may leave after each
  let stays = 1 // probability of staying through them
  let sum = 0
  for (let m = 0; ; m++) {
    const ratio = (z * (s + m)) / (m + 1)
    if (m % k === 0) {
      const steepest = Math.max(ratio, z)
      if (steepest < 1) {
        const rest = (fewBefore / (1 - steepest)) * (visits + stays / (1 - steepest))
        if (logScale + Math.log(rest) < LOG_ERROR) return sum * Math.exp(logScale)
      }
      if (m > 0) {
        visits += stays
        stays *= (b + n + m / k - 1) / (a + b + n + m / k - 1)
      }
    }
    sum += fewBefore * visits
    const tickBefore = ratio * before
    const tickAfter = ratio - tickBefore
    fewBefore = 0
    let fewer = 0
    for (let j = 0; j < k; j++) {
      const same = ticks[j]!
      const next = tickAfter * same + tickBefore * fewer
      ticks[j] = next
      fewBefore += next
      fewer = same
    }
    if (fewBefore > LARGE) {
      for (let j = 0; j < k; j++) ticks[j]! /= LARGE
      fewBefore /= LARGE
      sum /= LARGE
      logScale += Math.log(LARGE)
    }
  }
}
