import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'

/** Ids as the elements of a PostgreSQL array. */
export const idArray = (ids: readonly (number | string)[]) => `{${ids.join(',')}}`

/**
 * Until the transaction ends nobody else changes the ledger of these clients. Locks are taken in the order of the ids, so
 * that two who want several wait for each other only one way. Answers those of them who exist and are not erased,
 * ascending.
 */
export async function lockAccounts({ db, workspaceId }: WorkspaceScope, clientIds: readonly number[]) {
  const asked = sql`(SELECT id FROM unnest(${idArray(clientIds)}::integer[]) id)`
  const known = sql`SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND id IN ${asked}`
  await db.execute(sql`
    INSERT INTO bonus_accounts (workspace_id, client_id) SELECT ${workspaceId}::uuid, id FROM (${known}) c ORDER BY id
    ON CONFLICT DO NOTHING`)
  await db.execute(sql`
    SELECT client_id FROM bonus_accounts WHERE workspace_id = ${workspaceId} AND client_id IN ${asked}
    ORDER BY client_id FOR UPDATE`)
  // a statement of its own: whoever was erased while we waited is seen to be
  const standing = await rowsOf<{ id: number }>(db, sql`${known} AND erased_at IS NULL ORDER BY id`)
  return standing.map(({ id }) => id)
}
