import { probabilityAlive } from './alive.ts'
import { expectedVisits } from './expected-visits.ts'
import { fitVisits, type VisitFit } from './fit-visits.ts'
import { groupRepeats } from './group-repeats.ts'
import { likelihood } from './likelihood.ts'
import type { VisitParameters } from './parameters.ts'
import type { RepeatColumns } from './repeat-statistics.ts'

export type BgnbdParameters = Omit<VisitParameters, 'k'>

/** Log-likelihood of BG/NBD (Fader, Hardie & Lee 2005, eq. 6) over all customers; times in weeks. */
export function bgnbdLogLikelihood(parameters: BgnbdParameters, customers: RepeatColumns): number {
  return likelihood('bgnbd', { ...parameters, k: 1 }, groupRepeats(customers)).value
}

/** Maximum-likelihood fit of BG/NBD; `null` when the data do not settle the parameters. */
export function fitBgnbd(customers: RepeatColumns): VisitFit | null {
  return fitVisits('bgnbd', customers, [1])
}

/** P(alive) under BG/NBD, 0–1: always 1 for a customer seen once. */
export function bgnbdAlive(parameters: BgnbdParameters, x: number, tx: number, T: number): number {
  return probabilityAlive('bgnbd', { ...parameters, k: 1 }, x, tx, T)
}

/** Expected visits in the `weeks` after T under BG/NBD (ibid. eq. 10, without its singularity at a = 1). */
export function bgnbdExpectedVisits(
  parameters: BgnbdParameters,
  x: number,
  tx: number,
  T: number,
  weeks: number,
): number {
  return expectedVisits('bgnbd', { ...parameters, k: 1 }, x, tx, T, weeks)
}
