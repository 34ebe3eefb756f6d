import { probabilityAlive } from './alive.ts'
import { expectedVisits } from './expected-visits.ts'
import { fitVisits, type VisitFit } from './fit-visits.ts'
import { groupRepeats } from './group-repeats.ts'
import { likelihood } from './likelihood.ts'
import type { VisitParameters } from './parameters.ts'
import type { RepeatColumns } from './repeat-statistics.ts'

/** The k among which the likelihood chooses: from irregular visits to nearly clockwork. */
const KS = Array.from({ length: 12 }, (_, i) => i + 1)

/** Log-likelihood of MBG/CNBD-k (Platzer & Reutterer 2016, eq. 7; constants as in BTYDplus); times in weeks. */
export function mbgcnbdLogLikelihood(parameters: VisitParameters, customers: RepeatColumns): number {
  return likelihood('mbgcnbd', parameters, groupRepeats(customers)).value
}

/**
 * Maximum-likelihood fit of MBG/CNBD-k, with the k from 1 to 12 of highest likelihood or the one given; `null` when
 * the data do not settle the parameters.
 */
export function fitMbgcnbd(customers: RepeatColumns, k?: number): VisitFit | null {
  return fitVisits('mbgcnbd', customers, k === undefined ? KS : [k])
}

/** P(alive) under MBG/CNBD-k, 0–1. */
export function mbgcnbdAlive(parameters: VisitParameters, x: number, tx: number, T: number): number {
  return probabilityAlive('mbgcnbd', parameters, x, tx, T)
}

/** Expected visits in the `weeks` after T under MBG/CNBD-k, exact to 1e-9 visits for every k. */
export function mbgcnbdExpectedVisits(
  parameters: VisitParameters,
  x: number,
  tx: number,
  T: number,
  weeks: number,
): number {
  return expectedVisits('mbgcnbd', parameters, x, tx, T, weeks)
}
