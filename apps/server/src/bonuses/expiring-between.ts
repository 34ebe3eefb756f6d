import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { CHANGE } from './accounts.ts'

/** Points somebody will lose, and the last local day they can be used. */
export interface Expiring {
  clientId: number
  points: number
  on: string
}

/** What is left and expires on one of these local days, both included, by client and day. */
export function expiringBetween({ db, workspaceId }: WorkspaceScope, from: string, to: string): Promise<Expiring[]> {
  return rowsOf<Expiring>(
    db,
    sql`SELECT p.client_id AS "clientId", sum(${CHANGE})::float8 AS points, p.expires_on::text AS on
      FROM bonus_postings p
      WHERE p.workspace_id = ${workspaceId} AND p.expires_on BETWEEN ${from}::date AND ${to}::date
      GROUP BY p.client_id, p.expires_on HAVING sum(${CHANGE}) > 0 ORDER BY p.expires_on, p.client_id`,
  )
}
