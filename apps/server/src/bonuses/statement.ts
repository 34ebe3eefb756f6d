import type { WorkspaceScope } from '../database/index.ts'
import { listOperations, type OperationPage } from './list-operations.ts'
import { isGoodOn, openLots } from './lots.ts'
import { worthOf } from './most-redeemable.ts'

/** A client's account on a local day: what they can use, what of it expires when, and a page of what was done. */
export async function statement(
  outer: WorkspaceScope,
  clientId: number,
  on: string,
  page: Pick<OperationPage, 'after' | 'limit'>,
) {
  return outer.snapshot(async (scope) => {
    const lots = (await openLots(scope, clientId)).filter(isGoodOn(on))
    return {
      balance: lots.reduce((sum, { points }) => sum + points, 0),
      minor: worthOf(lots),
      lots: lots.map(({ lotId: _, ...lot }) => lot),
      operations: await listOperations(scope, { clientId, ...page }),
    }
  })
}
