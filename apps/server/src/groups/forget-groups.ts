import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'

/** Takes erased clients out of every group; run it in the transaction that erases them. */
export async function forgetGroups({ db, workspaceId }: WorkspaceScope, clientIds: readonly number[]): Promise<void> {
  await db.execute(sql`DELETE FROM group_members WHERE workspace_id = ${workspaceId}
    AND client_id = ANY (${`{${clientIds.join(',')}}`}::integer[])`)
}

/** The frozen groups a client is in, for handing out everything known of them. */
export function exportGroups({ db, workspaceId }: WorkspaceScope, clientId: number): Promise<{ name: string }[]> {
  return rowsOf(
    db,
    sql`SELECT g.name FROM group_members m JOIN groups g ON g.workspace_id = m.workspace_id AND g.id = m.group_id
      WHERE m.workspace_id = ${workspaceId} AND m.client_id = ${clientId} ORDER BY g.id`,
  )
}
