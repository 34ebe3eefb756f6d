import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { localDay } from './local-day.ts'
import { lockAccounts } from './lock-accounts.ts'
import { type NewOperation, postOperations } from './post-operations.ts'
import { readRules } from './rules.ts'
import { sameRequest } from './same-request.ts'

/** Most points of one operation: sums of many clients stay exact. */
export const MOST_POINTS = 1_000_000

export interface Accrual {
  clientIds: readonly number[]
  /** to each of them, 1 to {@link MOST_POINTS} */
  points: number
  reason: string
  /** the last local day they are good, not in the past; `null`: without end */
  expiresOn: string | null
  /** of the request: a client who got something under it gets nothing more */
  key: string
  who: Who
  /** local day; today by default */
  on?: string
}

/**
 * Gives points to clients, all of them or none. Erased clients and numbers nobody has are passed over. Throws
 * `bonusExpiryPast`, and `bonusKeyUsed` when the key came with something else. Answers how many got them just now.
 */
export function accrueTo(outer: WorkspaceScope, accrual: Accrual): Promise<{ accrued: number }> {
  const { clientIds, points, reason, expiresOn, key, who } = accrual
  return outer.transaction(async (scope) => {
    const day = accrual.on ?? (await localDay(scope))
    const standing = await lockAccounts(scope, clientIds)
    const isSame = (done: { kind: string; points: number }) => done.kind === 'accrue' && done.points === points
    const done = await sameRequest(scope, standing, key, isSame)
    const clients = standing.filter((clientId) => !done.has(clientId))
    if (clients.length === 0) return { accrued: 0 }
    if (expiresOn !== null && expiresOn < day) throw new AppError('bonusExpiryPast', { value: expiresOn })
    const { pointMinor } = await readRules(scope)
    const operations = clients.map((clientId): NewOperation => {
      const id = laterId()
      const posting = { lotId: id, debit: 'issued', credit: 'client', points, expiresOn, pointMinor } as const
      return { id, clientId, kind: 'accrue', key, day, reason, who, expiresOn, postings: [posting] }
    })
    await postOperations(scope, operations)
    await recordAudit(scope, who, {
      action: 'bonuses.given',
      ...(clients.length === 1 && { subject: `client:${clients[0]}` }),
      details: { clients: clients.length, points, expiresOn },
    })
    return { accrued: clients.length }
  })
}
