import type { RebookingRow } from '../../api/types.ts'

/** METRICS, ground rule 7, for a rate of visits. */
const ENOUGH_VISITS = 10

export const isTooFewVisits = ({ visits }: Pick<RebookingRow, 'visits'>) => visits < ENOUGH_VISITS

/** Rebooked visits whose appointment's day is past; the share kept is of these. */
export function pastOf({ kept, keptRate }: RebookingRow): number {
  return keptRate === null || keptRate === 0 ? 0 : Math.round(kept / keptRate)
}
