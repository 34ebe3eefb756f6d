import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'

/** What a client paid with points of some accruals, and their worth in minor units. */
export interface Redeemed {
  clientId: number
  points: number
  minor: number
}

/**
 * What of the accruals with this key was redeemed on these local days, both included, by client. A redemption that was
 * undone since, whenever, does not count.
 */
export function redeemedOf(
  { db, workspaceId }: WorkspaceScope,
  key: string,
  from: string,
  to: string,
): Promise<Redeemed[]> {
  return rowsOf<Redeemed>(
    db,
    sql`SELECT p.client_id AS "clientId", sum(p.points)::float8 AS points,
        sum(p.points::bigint * p.point_minor)::float8 AS minor
      FROM bonus_operations lot JOIN bonus_postings p ON p.workspace_id = lot.workspace_id AND p.lot_id = lot.id
      WHERE lot.workspace_id = ${workspaceId} AND lot.key = ${key} AND lot.kind = 'accrue'
        AND p.credit = 'redeemed' AND p.day BETWEEN ${from}::date AND ${to}::date
        AND NOT EXISTS (SELECT FROM bonus_operations undone
          WHERE undone.workspace_id = p.workspace_id AND undone.reverses = p.operation_id)
      GROUP BY p.client_id ORDER BY p.client_id`,
  )
}
