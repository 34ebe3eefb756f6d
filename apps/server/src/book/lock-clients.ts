import { sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/scope.ts'

/** Until the transaction ends, nobody else stores, restores or erases clients of this workspace. */
export async function lockClients({ db, workspaceId }: WorkspaceScope): Promise<void> {
  await db.execute(sql`SELECT id FROM workspaces WHERE id = ${workspaceId} FOR NO KEY UPDATE`)
}
