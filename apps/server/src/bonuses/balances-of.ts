import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { CHANGE } from './accounts.ts'
import { idArray } from './lock-accounts.ts'

/**
 * What these clients (`null`: all) can use on a local day: everything posted until then, without what was over by then.
 * Clients with nothing are missing from the map.
 */
export async function balancesOf(
  { db, workspaceId }: WorkspaceScope,
  clientIds: readonly number[] | null,
  on: string,
): Promise<Map<number, number>> {
  const among = clientIds === null ? sql`` : sql`AND p.client_id = ANY (${idArray(clientIds)}::integer[])`
  const rows = await rowsOf<{ clientId: number; points: number }>(
    db,
    sql`SELECT p.client_id AS "clientId", sum(${CHANGE})::float8 AS points FROM bonus_postings p
      WHERE p.workspace_id = ${workspaceId} AND p.day <= ${on}::date
        AND (p.expires_on IS NULL OR p.expires_on >= ${on}::date) ${among}
      GROUP BY p.client_id HAVING sum(${CHANGE}) > 0 ORDER BY 1`,
  )
  return new Map(rows.map(({ clientId, points }) => [clientId, points]))
}
