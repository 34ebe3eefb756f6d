import { logGamma } from './special.ts'

/** Tables as likely as the observed one count as such despite rounding (R's fisher.test uses the same). */
const ALIKE = 1 + 1e-7

/**
 * Two-sided p of Fisher's exact test that two groups have the same share: x1 of n1 and x2 of n2 (Fisher 1935; the sum of
 * the tables not more likely than the observed one, as R's `fisher.test`). 0–1; 1 when a group is empty or all or none
 * of both succeeded. Time: linear in the smaller margin.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number {
  const successes = x1 + x2
  const low = Math.max(0, successes - n2)
  const high = Math.min(n1, successes)
  const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  const all = logChoose(n1 + n2, successes)
  const probability = (x: number) => Math.exp(logChoose(n1, x) + logChoose(n2, successes - x) - all)
  const limit = probability(x1) * ALIKE
  let p = 0
  for (let x = low; x <= high; x++) {
    const each = probability(x)
    if (each <= limit) p += each
  }
  return Math.min(1, p)
}
