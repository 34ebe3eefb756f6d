import { and, asc, eq } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { localDay } from './local-day.ts'
import { lockAccounts } from './lock-accounts.ts'
import { openLots } from './lots.ts'
import { type Posting, postOperations } from './post-operations.ts'
import { sameRequest } from './same-request.ts'
import { bonusOperations, bonusPostings } from './tables.ts'

export interface Reversal {
  operationId: string
  reason: string
  key: string
  who: Who
  /** local day; today by default */
  on?: string
}

/**
 * Undoes an accrual, as far as its points are still there, or a redemption: its points go back to the lots they came
 * from, with the expiry they had. Throws `bonusOperationNotFound`, `clientNotFound` for an erased one, `bonusNothingLeft`,
 * `bonusReversedAlready`, `bonusNotReversible` and `bonusKeyUsed`. Answers the id of the reversal.
 */
export async function reverse(outer: WorkspaceScope, reversal: Reversal): Promise<string> {
  const { operationId, reason, key, who } = reversal
  return outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    const [operation] = await db
      .select()
      .from(bonusOperations)
      .where(and(eq(bonusOperations.workspaceId, workspaceId), eq(bonusOperations.id, operationId)))
    if (!operation) throw new AppError('bonusOperationNotFound', { value: operationId })
    const { clientId, kind } = operation
    const day = reversal.on ?? (await localDay(scope))
    const [standing] = await lockAccounts(scope, [clientId])
    if (standing === undefined) throw new AppError('clientNotFound', { value: String(clientId) })
    const done = await sameRequest(scope, [clientId], key, (each) => each.reverses === operationId)
    const before = done.get(clientId)
    if (before) return before.id
    const postings = await undoing(scope, clientId, operationId, kind)
    const id = laterId()
    await postOperations(scope, [
      { id, clientId, kind: 'reverse', key, day, reason, who, reverses: operationId, postings },
    ])
    const points = postings.reduce((sum, each) => sum + each.points, 0)
    const details = { kind, points }
    await recordAudit(scope, who, { action: 'bonuses.reversed', subject: `client:${clientId}`, details })
    return id
  })
}

async function undoing(scope: WorkspaceScope, clientId: number, id: string, kind: string): Promise<Posting[]> {
  if (kind === 'accrue') {
    const lot = (await openLots(scope, clientId)).find(({ lotId }) => lotId === id)
    if (!lot) throw new AppError('bonusNothingLeft', { value: id })
    return [{ ...lot, debit: 'client', credit: 'reversed' }]
  }
  if (kind !== 'redeem') throw new AppError('bonusNotReversible', { value: kind })
  const { db, workspaceId } = scope
  const [already] = await db
    .select({ id: bonusOperations.id })
    .from(bonusOperations)
    .where(and(eq(bonusOperations.workspaceId, workspaceId), eq(bonusOperations.reverses, id)))
  if (already) throw new AppError('bonusReversedAlready', { value: id })
  const postings = await db
    .select()
    .from(bonusPostings)
    .where(and(eq(bonusPostings.workspaceId, workspaceId), eq(bonusPostings.operationId, id)))
    .orderBy(asc(bonusPostings.number))
  return postings.map(({ lotId, points, expiresOn, pointMinor }) => ({
    ...{ lotId, points, expiresOn, pointMinor },
    debit: 'redeemed',
    credit: 'client',
  }))
}
