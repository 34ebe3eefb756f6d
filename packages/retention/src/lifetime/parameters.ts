import type { Bounds } from './optimise.ts'

/**
 * Parameters shared by BG/NBD and MBG/CNBD-k. Ticks come as a Poisson process with a rate per week that varies over
 * customers as Gamma(r, α); every k-th tick is a visit. After a visit the customer leaves for good with a probability
 * that varies as Beta(a, b): in BG/NBD after repeat visits only (k is 1), in MBG/CNBD-k after the first visit too.
 */
export interface VisitParameters {
  /** ticks a visit: 1 irregular (exponential gaps) … 12 nearly regular (Erlang gaps) */
  k: number
  r: number
  /** weeks */
  alpha: number
  a: number
  b: number
}

export type ModelKind = 'bgnbd' | 'mbgcnbd'

/** How often a customer seen x + 1 times has had the occasion to leave. */
export function occasionsToLeave(kind: ModelKind, x: number): number {
  return kind === 'bgnbd' ? x : x + 1
}

/** Every parameter is kept between these (METRICS §7); beyond, the likelihood of salon data is flat. */
export const SMALLEST_PARAMETER = 1e-4
export const LARGEST_PARAMETER = 10_000

/** Bounds of the logarithms of this many parameters. */
export function logBounds(count: number): Bounds {
  return {
    lower: Array.from({ length: count }, () => Math.log(SMALLEST_PARAMETER)),
    upper: Array.from({ length: count }, () => Math.log(LARGEST_PARAMETER)),
  }
}

/** The parameter of a logarithm within the bounds, which exp may pass by a rounding error. */
export function fromLog(log: number): number {
  return Math.min(Math.max(Math.exp(log), SMALLEST_PARAMETER), LARGEST_PARAMETER)
}
