import { type ModelKind, occasionsToLeave, type VisitParameters } from './parameters.ts'

/**
 * Probability that a customer with this history has not left by T (weeks): 0–1. In BG/NBD it is 1 for everyone seen
 * once. F/(D + F) in the words of `likelihood.ts`; Platzer & Reutterer 2016, eq. 10 (k = 1: Batislam et al. 2007).
 */
export function probabilityAlive(
  kind: ModelKind,
  parameters: VisitParameters,
  x: number,
  tx: number,
  T: number,
): number {
  const n = occasionsToLeave(kind, x)
  if (n === 0) return 1
  const stayed = Math.exp(logStayed(parameters, x, tx, T))
  return stayed / (parameters.a / (parameters.b + n - 1) + stayed)
}

/** ln F: log-probability of fewer than k ticks in (tx, T] for a customer who has not left; ≤ 0. */
export function logStayed({ k, r, alpha }: VisitParameters, x: number, tx: number, T: number): number {
  const s = r + k * x
  const share = (T - tx) / (alpha + T)
  let term = 1
  let sum = 1
  for (let j = 1; j < k; j++) {
    term *= ((s + j - 1) / j) * share
    sum += term
  }
  return Math.min(0, Math.log(sum) + s * (Math.log(alpha + tx) - Math.log(alpha + T)))
}
