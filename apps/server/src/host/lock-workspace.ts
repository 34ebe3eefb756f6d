import { and, eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'

/** A workspace a host may change, locked until the transaction ends. Throws `workspaceNotFound`, for the demo salon too. */
export async function lockWorkspace({ db, workspaceId }: WorkspaceScope) {
  const [found] = await db
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.id, workspaceId), eq(workspaces.isDemo, false)))
    .for('update')
  if (!found) throw new AppError('workspaceNotFound')
  return found
}
