import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { assertFree, holderOf, isCall, lockCall } from './change-call.ts'
import { type Call, calls } from './tables.ts'

/**
 * Takes an open entry in hand, so that nobody else calls the client meanwhile, or lets go of it. Throws `callNotFound`,
 * `callTaken` with the name of who has it, and `callChanged` when it is done.
 */
export function takeCall(outer: WorkspaceScope, who: Who, id: string, take: boolean, now = new Date()): Promise<Call> {
  return outer.transaction(async (scope) => {
    const call = await lockCall(scope, id)
    assertFree(call, who, now)
    if (take && call.state === 'done') throw new AppError('callChanged', { value: id })
    const taken = take
      ? { takenBy: holderOf(who), takenName: 'name' in who ? who.name : '', takenAt: now }
      : { takenBy: null, takenName: '', takenAt: null }
    const [after] = await scope.db.update(calls).set(taken).where(isCall(scope.workspaceId, id)).returning()
    return after!
  })
}
