import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { CHANGE } from './accounts.ts'
import { idArray } from './lock-accounts.ts'

/** Points somebody will lose, and the last local day they can be used. */
export interface Expiring {
  clientId: number
  points: number
  on: string
}

/** What is left of these clients (`null`: all) and expires on one of these local days, both included, by day and client. */
export function expiringBetween(
  { db, workspaceId }: WorkspaceScope,
  from: string,
  to: string,
  clientIds: readonly number[] | null = null,
): Promise<Expiring[]> {
  const among = clientIds === null ? sql`` : sql`AND p.client_id = ANY (${idArray(clientIds)}::integer[])`
  return rowsOf<Expiring>(
    db,
    sql`SELECT p.client_id AS "clientId", sum(${CHANGE})::float8 AS points, p.expires_on::text AS on
      FROM bonus_postings p
      WHERE p.workspace_id = ${workspaceId} AND p.expires_on BETWEEN ${from}::date AND ${to}::date ${among}
      GROUP BY p.client_id, p.expires_on HAVING sum(${CHANGE}) > 0 ORDER BY p.expires_on, p.client_id`,
  )
}
