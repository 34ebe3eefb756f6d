import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'

/** What a file says about a client and marketing, whatever the channel. */
export interface FileConsent {
  clientId: number
  granted: boolean
}

/**
 * Adds what a file says where it differs from what the file before said: the same file again adds nothing. Run it in
 * the transaction that stores these clients.
 */
export async function importConsents({ db, workspaceId }: WorkspaceScope, importId: number, said: FileConsent[]) {
  if (said.length === 0) return
  const values = said.map(({ clientId, granted }) => sql`(${clientId}::integer, ${granted}::boolean)`)
  await db.execute(sql`
    INSERT INTO consents (workspace_id, client_id, number, at, channel, purpose, granted, source, who_name, import_id)
    SELECT ${workspaceId}::uuid, said.client_id, coalesce(known.last, 0) + 1, now(), 'all', 'marketing', said.granted,
      'import', '', ${importId}::integer
    FROM (VALUES ${sql.join(values, sql`, `)}) said (client_id, granted)
    LEFT JOIN LATERAL (
      SELECT max(number) AS last, (array_agg(granted ORDER BY number DESC) FILTER (WHERE source = 'import'))[1] AS before
      FROM consents c WHERE c.workspace_id = ${workspaceId} AND c.client_id = said.client_id) known ON true
    WHERE known.before IS DISTINCT FROM said.granted AND NOT EXISTS (
      SELECT FROM clients c WHERE c.workspace_id = ${workspaceId} AND c.id = said.client_id AND c.erased_at IS NOT NULL)`)
}

/** Removes what an import brought, as if it had never been. */
export async function takeBackConsents({ db, workspaceId }: WorkspaceScope, importId: number) {
  await db.execute(sql`DELETE FROM consents WHERE workspace_id = ${workspaceId} AND import_id = ${importId}`)
}

/** Removes everything clients said, when they are erased or gone. Answers how many entries that were. */
export async function forgetConsents({ db, workspaceId }: WorkspaceScope, clientIds: number[]): Promise<number> {
  const gone = await rowsOf(
    db,
    sql`DELETE FROM consents WHERE workspace_id = ${workspaceId}
      AND client_id = ANY (${`{${clientIds.join(',')}}`}::integer[]) RETURNING 1`,
  )
  return gone.length
}
