import { and, eq, sql } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { unsayConsent } from '../consent/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { assertFree, isCall, lockCall } from './change-call.ts'
import { subjectOf } from './decide-call.ts'
import { type Call, callSteps, calls } from './tables.ts'

/**
 * Takes back what was written down last: the entry is as it was before, and a consent withdrawn with it stands again.
 * Throws `callNotFound`, `callTaken`, and `callChanged` when there is nothing to take back, as when somebody has put the
 * client on the list again.
 */
export function undoCall(outer: WorkspaceScope, who: Who, id: string, now = new Date()): Promise<Call> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    const call = await lockCall(scope, id)
    assertFree(call, who, now)
    const ofStep = and(
      eq(callSteps.workspaceId, workspaceId),
      eq(callSteps.callId, id),
      eq(callSteps.revision, call.revision),
    )
    const [step] = await db.select().from(callSteps).where(ofStep)
    if (!step) throw new AppError('callChanged', { value: id })
    const { revision, changedAt, ...before } = step.before
    if (before.openKey !== null && before.openKey !== call.openKey && (await isOpen(scope, before.openKey))) {
      throw new AppError('callChanged', { value: id })
    }
    if (step.consentNumber !== null && call.clientId !== null) {
      await unsayConsent(scope, who, call.clientId, step.consentNumber)
    }
    const [after] = await db
      .update(calls)
      .set({ ...before, revision, changedAt: new Date(changedAt) })
      .where(isCall(workspaceId, id))
      .returning()
    await db.delete(callSteps).where(ofStep)
    await recordAudit(scope, who, { action: 'call.undone', subject: subjectOf(call) })
    return after!
  })
}

async function isOpen({ db, workspaceId }: WorkspaceScope, openKey: string): Promise<boolean> {
  const found = await rowsOf(
    db,
    sql`SELECT 1 FROM calls WHERE workspace_id = ${workspaceId} AND open_key = ${openKey} FOR UPDATE`,
  )
  return found.length > 0
}
