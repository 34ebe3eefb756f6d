import type { WorkspaceScope } from '../database/index.ts'
import { isGoodOn, openLots } from './lots.ts'
import { mostRedeemable } from './most-redeemable.ts'
import { type Redemption, redeem } from './redeem.ts'
import { readRules } from './rules.ts'

/** Pays as much of a bill with a client's points as the rules allow. Answers the points that took; 0: none were used. */
export function redeemMost(
  outer: WorkspaceScope,
  redemption: Omit<Redemption, 'points'> & { on: string },
): Promise<number> {
  const { clientId, billMinor, on } = redemption
  return outer.transaction(async (scope) => {
    const lots = (await openLots(scope, clientId)).filter(isGoodOn(on))
    const { points } = mostRedeemable(lots, billMinor, (await readRules(scope)).capPercent)
    if (points > 0) await redeem(scope, { ...redemption, points })
    return points
  })
}
