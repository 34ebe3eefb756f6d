import type { Duration } from './kaplan-meier.ts'

/** ∫ of the standard normal density from 0 to `end`, by Simpson's rule. */
function normalArea(end: number): number {
  const steps = 4000
  const density = (u: number) => Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI)
  const width = end / steps
  let sum = density(0) + density(end)
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * width)
  return (sum * width) / 3
}

/** P(χ² > x): known for one and two degrees of freedom, and from df to df + 2 by integration by parts. */
function chiSquareTail(x: number, df: number): number {
  let tail = df % 2 === 1 ? 1 - 2 * normalArea(Math.sqrt(x)) : Math.exp(-x / 2)
  let half = df % 2 === 1 ? 0.5 : 1
  let gamma = half === 0.5 ? Math.sqrt(Math.PI) / 2 : 1
  for (; half < df / 2; half++) {
    tail += ((x / 2) ** half * Math.exp(-x / 2)) / gamma
    gamma *= half + 1
  }
  return tail
}

/** Gaussian elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  const n = rows.length
  for (let i = 0; i < n; i++) {
    const pivot = rows.slice(i).reduce((a, b) => (Math.abs(b[i]!) > Math.abs(a[i]!) ? b : a))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(i, 0, pivot)
    for (const row of rows) {
      if (row === pivot) continue
      const factor = row[i]! / pivot[i]!
      for (let j = i; j <= n; j++) row[j] = row[j]! - factor * pivot[j]!
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!)
}

/**
 * Log-rank test of two groups or more: (O − E)ᵀ V⁻¹ (O − E) over all groups but the last.
 *
 * Whoever is at risk on a day was at risk on every day before, so V has full rank exactly when at the first event all
 * groups are at risk and somebody is left after it.
 */
export function logRank(groups: Duration[][]): { chi2: number; df: number; p: number } | null {
  if (groups.length < 2) return null
  const everybody = groups.flat()
  const eventDays = [...new Set(everybody.filter((one) => one.event).map((one) => one.t))].sort((a, b) => a - b)
  const first = eventDays[0]
  if (first === undefined) return null
  const allAtRisk = groups.every((group) => group.some((one) => one.t >= first))
  const someLeft = everybody.some((one) => one.t > first || (one.t === first && !one.event))
  if (!allAtRisk || !someLeft) return null

  const df = groups.length - 1
  const difference = Array.from({ length: df }, () => 0)
  const variance = difference.map(() => Array.from({ length: df }, () => 0))
  for (const t of eventDays) {
    const atRisk = groups.map((group) => group.filter((one) => one.t >= t).length)
    const events = groups.map((group) => group.filter((one) => one.t === t && one.event).length)
    const N = atRisk.reduce((a, b) => a + b)
    const d = events.reduce((a, b) => a + b)
    const scale = N === 1 ? 0 : (d * (N - d)) / (N - 1)
    for (let i = 0; i < df; i++) {
      difference[i]! += events[i]! - (d * atRisk[i]!) / N
      for (let j = 0; j < df; j++) {
        const share = atRisk[i]! / N
        variance[i]![j]! += scale * share * ((i === j ? 1 : 0) - atRisk[j]! / N)
      }
    }
  }
  const solved = solve(variance, difference)
  const chi2 = solved.reduce((sum, value, i) => sum + value * difference[i]!, 0)
  return { chi2, df, p: chiSquareTail(chi2, df) }
}
