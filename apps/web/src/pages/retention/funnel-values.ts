import type { FairRow } from '../../api/types.ts'
import { comparableOf, salonRateOf } from './fair-values.ts'

/** |z| within which 95 % and 99.8 % of masters lie who do not differ: where the verdicts begin. */
export const LIMITS = { inner: 1.96, outer: 3.09 }

export interface FunnelPoint {
  row: FairRow
  /** clients the comparison weighs like */
  weight: number
  /** the salon's rate, moved by as much chance as the master is away from what was expected */
  rate: number
}

export interface Funnel {
  /** the salon's rate: the line in the middle */
  middle: number
  points: FunnelPoint[]
  /** masters whom nothing can be compared with */
  left: FairRow[]
  end: number
}

const logit = (p: number) => Math.log(p / (1 - p))
const expit = (x: number) => 1 / (1 + Math.exp(-x))

/** How high a master with this z stands; the limits are the heights of ±1.96 and ±3.09. On the log-odds, so within 0–1. */
export function heightAt(z: number, weight: number, middle: number): number {
  return expit(logit(middle) + z / Math.sqrt(weight * middle * (1 - middle)))
}

/**
 * Places masters so that they lie outside a limit exactly when their verdict says so, whatever their mix of clients.
 * `null` when there is nothing to draw: nobody was served, or all or none returned.
 */
export function layOutFunnel(rows: readonly FairRow[]): Funnel | null {
  const middle = salonRateOf(rows)
  if (middle === null || middle <= 0 || middle >= 1) return null
  const points: FunnelPoint[] = []
  const left: FairRow[] = []
  for (const row of rows) {
    const { weight } = comparableOf(row)
    if (row.z === null || weight === 0) left.push(row)
    else points.push({ row, weight, rate: heightAt(row.z, weight, middle) })
  }
  if (points.length === 0) return null
  return { middle, points, left, end: Math.max(...points.map(({ weight }) => weight)) * 1.12 }
}
