import { recordAudit } from '../audit/index.ts'
import { recordConsent } from '../consent/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { assertFree, isCall, lockCall } from './change-call.ts'
import { type Call, callSteps, calls, type Outcome } from './tables.ts'

export interface Decision {
  outcome: Outcome
  note: string
  /** local day of the next call; of the first two outcomes only, which need one */
  nextOn: string | null
  /** what the person had before their eyes */
  revision: number
}

/** These leave an entry open. */
const AGAIN: Outcome[] = ['noAnswer', 'callBack']

/**
 * Writes down what came of a call: the entry waits for its next day, or is done. A client who does not want calls gets
 * none from then on. Throws `callNotFound`, `callTaken`, and `callChanged` when it is not as the person saw it.
 */
export function decideCall(
  outer: WorkspaceScope,
  who: Who,
  id: string,
  { outcome, note, nextOn, revision }: Decision,
  now = new Date(),
): Promise<Call> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    const before = await lockCall(scope, id)
    assertFree(before, who, now)
    if (before.state === 'done' || before.revision !== revision) throw new AppError('callChanged', { value: id })
    const again = AGAIN.includes(outcome)
    if (again && nextOn === null) throw new AppError('badRequest', { field: 'nextOn' })
    const consentNumber =
      outcome === 'noCalls' && before.clientId !== null ? await refuseCalls(scope, who, before.clientId) : null
    const { state, dueOn, tries, openKey, changedName } = before
    await db.insert(callSteps).values({
      ...{ workspaceId, callId: id, revision: revision + 1, consentNumber },
      before: {
        ...{ state, outcome: before.outcome, dueOn, note: before.note, tries, openKey, changedName, revision },
        changedAt: before.changedAt.toISOString(),
      },
    })
    const [after] = await db
      .update(calls)
      .set({
        ...(again ? { dueOn: nextOn! } : { state: 'done', openKey: null }),
        ...{ outcome, note, tries: tries + 1, takenBy: null, takenName: '', takenAt: null, revision: revision + 1 },
        ...{ changedAt: now, changedName: 'name' in who ? who.name : '' },
      })
      .where(isCall(workspaceId, id))
      .returning()
    await recordAudit(scope, who, { action: 'call.decided', subject: subjectOf(before), details: { outcome } })
    return after!
  })
}

/** The client an entry is about, as the log of actions names them. */
export const subjectOf = ({ clientId }: Call): string => (clientId === null ? '' : `client:${clientId}`)

function refuseCalls(scope: WorkspaceScope, who: Who, clientId: number): Promise<number> {
  const entry = { channel: 'call', purpose: 'marketing', granted: false, source: 'administrator' } as const
  return recordConsent(scope, who, clientId, entry)
}
