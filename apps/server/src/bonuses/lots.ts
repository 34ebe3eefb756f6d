import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { CHANGE } from './accounts.ts'

/** What is left of an accrual. */
export interface Lot {
  lotId: string
  /** above 0 */
  points: number
  /** the last day it is good; `null`: without end */
  expiresOn: string | null
  /** worth of a point in minor units, as it was when given */
  pointMinor: number
}

/** A client's lots with something left, the earliest expiry first; those past it too, until they are written off. */
export function openLots({ db, workspaceId }: WorkspaceScope, clientId: number): Promise<Lot[]> {
  return rowsOf<Lot>(
    db,
    sql`SELECT p.lot_id AS "lotId", sum(${CHANGE})::integer AS points, p.expires_on::text AS "expiresOn",
        p.point_minor AS "pointMinor"
      FROM bonus_postings p WHERE p.workspace_id = ${workspaceId} AND p.client_id = ${clientId}
      GROUP BY p.lot_id, p.expires_on, p.point_minor HAVING sum(${CHANGE}) > 0
      ORDER BY p.expires_on NULLS LAST, p.lot_id`,
  )
}

/** Whether a lot can still be used on a local day. */
export const isGoodOn =
  (day: string) =>
  ({ expiresOn }: Pick<Lot, 'expiresOn'>): boolean =>
    expiresOn === null || expiresOn >= day
