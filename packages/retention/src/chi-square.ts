import { upperGamma } from './special.ts'

/** Probability that a χ² variable with `df` ≥ 1 degrees of freedom exceeds `chi2` ≥ 0: 0–1. */
export function chiSquareTail(chi2: number, df: number): number {
  return upperGamma(df / 2, chi2 / 2)
}
