import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { localDay } from './local-day.ts'
import { lockAccounts } from './lock-accounts.ts'
import { isGoodOn, openLots } from './lots.ts'
import { mostRedeemable, takeFrom, worthOf } from './most-redeemable.ts'
import { postOperations } from './post-operations.ts'
import { readRules } from './rules.ts'
import { sameRequest } from './same-request.ts'

export interface Redemption {
  clientId: number
  /** 1 or more */
  points: number
  /** the whole bill in minor units, of which bonuses may pay a share */
  billMinor: number
  reason: string
  key: string
  who: Who
  /** local day; today by default */
  on?: string
}

/**
 * Pays a part of a bill with a client's points, those of the earliest expiry first. Throws `clientNotFound`,
 * `bonusTooFew` with what there is, `bonusOverCap` with what may be paid, and `bonusKeyUsed`. Answers the operation's id:
 * for the same request twice the same.
 */
export function redeem(outer: WorkspaceScope, redemption: Redemption): Promise<string> {
  const { clientId, points, billMinor, reason, key, who } = redemption
  return outer.transaction(async (scope) => {
    const day = redemption.on ?? (await localDay(scope))
    const [standing] = await lockAccounts(scope, [clientId])
    if (standing === undefined) throw new AppError('clientNotFound', { value: String(clientId) })
    const done = await sameRequest(
      scope,
      [clientId],
      key,
      (each) => each.kind === 'redeem' && each.points === points && each.billMinor === billMinor,
    )
    const before = done.get(clientId)
    if (before) return before.id
    const lots = (await openLots(scope, clientId)).filter(isGoodOn(day))
    const balance = lots.reduce((sum, lot) => sum + lot.points, 0)
    if (balance < points) throw new AppError('bonusTooFew', { value: String(balance) })
    const { capPercent } = await readRules(scope)
    const most = mostRedeemable(lots, billMinor, capPercent)
    if (most.points < points) throw new AppError('bonusOverCap', { value: String(most.points) })
    const taken = takeFrom(lots, points)
    const id = laterId()
    const postings = taken.map((lot) => ({ ...lot, debit: 'client', credit: 'redeemed' }) as const)
    await postOperations(scope, [{ id, clientId, kind: 'redeem', key, day, reason, who, billMinor, postings }])
    await recordAudit(scope, who, {
      action: 'bonuses.redeemed',
      subject: `client:${clientId}`,
      details: { points, minor: worthOf(taken) },
    })
    return id
  })
}
