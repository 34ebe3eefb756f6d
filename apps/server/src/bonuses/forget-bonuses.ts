import { and, eq, inArray, ne } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { localDay } from './local-day.ts'
import { bonusOperations } from './tables.ts'
import { writeOff } from './write-off.ts'

/**
 * Of clients who have just been erased: their points are written off and the reasons, which people typed, are blanked. The
 * sums stay, as visits do. Call it in the transaction that erases them.
 */
export async function forgetBonuses(scope: WorkspaceScope, clientIds: readonly number[]): Promise<void> {
  if (clientIds.length === 0) return
  await writeOff(scope, clientIds, await localDay(scope))
  const { db, workspaceId } = scope
  await db
    .update(bonusOperations)
    .set({ reason: '' })
    .where(
      and(
        eq(bonusOperations.workspaceId, workspaceId),
        inArray(bonusOperations.clientId, [...clientIds]),
        ne(bonusOperations.reason, ''),
      ),
    )
}
