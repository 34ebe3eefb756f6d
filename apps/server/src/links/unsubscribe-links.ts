import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { pageAddress } from '../page-address.ts'
import type { RefusableChannel } from './tables.ts'
import { newToken } from './token.ts'

/**
 * The address at which each of these clients refuses marketing by a channel, the same whenever asked; it does not
 * expire. Clients nobody has and erased ones are missing from the map.
 */
export async function unsubscribeLinksFor(
  { db, workspaceId }: WorkspaceScope,
  clientIds: readonly number[],
  channel: RefusableChannel,
): Promise<Map<number, string>> {
  if (clientIds.length === 0) return new Map()
  const ids = sql`${`{${clientIds.join(',')}}`}::integer[]`
  const tokens = sql`${`{${clientIds.map(newToken).join(',')}}`}::text[]`
  await db.execute(sql`
    INSERT INTO unsubscribe_links (workspace_id, token, client_id, channel, created_at)
    SELECT ${workspaceId}::uuid, new.token, new.id, ${channel}, now() FROM unnest(${ids}, ${tokens}) AS new (id, token)
    JOIN clients ON clients.workspace_id = ${workspaceId} AND clients.id = new.id AND clients.erased_at IS NULL
    ON CONFLICT (workspace_id, client_id, channel) DO NOTHING`)
  const rows = await rowsOf<{ clientId: number; token: string }>(
    db,
    sql`SELECT client_id AS "clientId", token FROM unsubscribe_links
      WHERE workspace_id = ${workspaceId} AND channel = ${channel} AND client_id = ANY (${ids})`,
  )
  return new Map(rows.map(({ clientId, token }) => [clientId, `${pageAddress()}/u/${token}`]))
}
