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
