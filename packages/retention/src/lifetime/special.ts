/** Coefficients of the asymptotic series of ψ(x) in 1/x², 1/x⁴, … (Abramowitz & Stegun 6.3.18). */
const ASYMPTOTIC = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12]

/** From here on the series is exact to the last digit. */
const ASYMPTOTIC_FROM = 10

/** Digamma function ψ(x) = d ln Γ(x) / dx for x > 0, to about 1e-14 relative to max(1, |ψ|). */
export function digamma(x: number): number {
  let shifted = x
  let sum = 0
  for (; shifted < ASYMPTOTIC_FROM; shifted++) sum -= 1 / shifted
  const square = 1 / (shifted * shifted)
  const series = ASYMPTOTIC.reduceRight((total, coefficient) => (total + coefficient) * square, 0)
  return sum + Math.log(shifted) - 0.5 / shifted - series
}
