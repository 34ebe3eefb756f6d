/** Coefficients of Stirling's series in 1/x, 1/x³, … (Abramowitz & Stegun 6.1.41). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156]

/** From here on Stirling's series is exact to the last digit. */
const STIRLING_FROM = 13

const HALF_LOG_TWO_PI = 0.918_938_533_204_672_7

/** Natural logarithm of Γ(x) for x > 0, to about 1e-14; Infinity at 0. */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  for (; shifted < STIRLING_FROM; shifted++) product *= shifted
  const square = 1 / (shifted * shifted)
  const series = STIRLING.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / shifted
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product)
}

/** Regularised lower incomplete gamma function P(a, x) = γ(a, x)/Γ(a), a > 0, x ≥ 0: 0–1, accurate when small. */
export function lowerGamma(a: number, x: number): number {
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/** Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), a > 0, x ≥ 0: 0–1, accurate when small. */
export function upperGamma(a: number, x: number): number {
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

/** xᵃ e⁻ˣ / Γ(a) */
function gammaFactor(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a))
}

/** P(a, x) by its power series (Abramowitz & Stegun 6.5.29), quick for x < a + 1. */
function gammaSeries(a: number, x: number): number {
  if (x <= 0) return 0
  let term = 1 / a
  let sum = term
  for (let n = a + 1; term > sum * Number.EPSILON; n++) {
    term *= x / n
    sum += term
  }
  return Math.min(1, sum * gammaFactor(a, x))
}

/** Q(a, x) by its continued fraction (Abramowitz & Stegun 6.5.31) with Lentz's method, quick for x ≥ a + 1. */
function gammaFraction(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0
  let b = x + 1 - a
  let c = Number.POSITIVE_INFINITY
  let d = 1 / b
  let fraction = d
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    const change = c * d
    fraction *= change
    if (!(Math.abs(change - 1) > 2 * Number.EPSILON)) return Math.min(1, fraction * gammaFactor(a, x))
  }
}
