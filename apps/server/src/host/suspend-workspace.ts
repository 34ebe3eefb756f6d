import { eq } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { openScope, type Store } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import type { Who } from '../http/who.ts'
import { lockWorkspace } from './lock-workspace.ts'

/**
 * Lets nobody into a workspace any more, or lets its people in again; its data stays. One that is so already is left as
 * it is. Throws `workspaceNotFound`.
 */
export async function suspendWorkspace(
  store: Store,
  who: Who,
  workspaceId: string,
  { suspended, reason }: { suspended: boolean; reason: string },
): Promise<void> {
  await openScope(store, workspaceId).transaction(async (scope) => {
    const before = await lockWorkspace(scope)
    if ((before.suspendedAt !== null) === suspended) return
    await scope.db
      .update(workspaces)
      .set({ suspendedAt: suspended ? new Date() : null })
      .where(eq(workspaces.id, workspaceId))
    const action = suspended ? 'workspace.suspended' : 'workspace.resumed'
    await recordAudit(scope, who, { action, details: { reason } })
  })
}
