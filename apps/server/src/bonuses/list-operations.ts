import { type SQL, sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { CHANGE, type OperationKind } from './accounts.ts'

/** An operation as a list shows it. */
export interface ListedOperation {
  id: string
  clientId: number
  kind: OperationKind
  /** what it did to the client's balance: negative when points went */
  change: number
  /** worth of the points that moved, minor units */
  minor: number
  reason: string
  /** local day */
  day: string
  /** ISO instant */
  at: string
  whoKind: string
  whoName: string
  expiresOn: string | null
  billMinor: number | null
  reverses: string | null
  /** points that undoing it would move now: 0 when there is nothing to undo */
  undoable: number
}

export interface OperationPage {
  clientId?: number | undefined
  /** the place of the last one shown, which has older ones after it */
  after: { at: string; id: string } | null
  limit: number
}

/** Operations of a client or of all, the newest first. */
export function listOperations({ db, workspaceId }: WorkspaceScope, page: OperationPage): Promise<ListedOperation[]> {
  const { clientId, after, limit } = page
  const narrow: SQL[] = [sql`o.workspace_id = ${workspaceId}`]
  if (clientId !== undefined) narrow.push(sql`o.client_id = ${clientId}`)
  if (after) narrow.push(sql`(o.at, o.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  const own = sql`p.workspace_id = o.workspace_id`
  return rowsOf<ListedOperation>(
    db,
    sql`SELECT o.id, o.client_id AS "clientId", o.kind, o.minor::float8 AS minor, o.reason, o.day::text AS day,
        to_char(o.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
        o.who_kind AS "whoKind", o.who_name AS "whoName", o.expires_on::text AS "expiresOn",
        o.bill_minor::float8 AS "billMinor", o.reverses,
        (SELECT sum(${CHANGE}) FROM bonus_postings p WHERE ${own} AND p.operation_id = o.id)::integer AS change,
        CASE o.kind
          WHEN 'accrue' THEN (SELECT sum(${CHANGE}) FROM bonus_postings p WHERE ${own} AND p.lot_id = o.id)
          WHEN 'redeem' THEN CASE WHEN EXISTS (SELECT FROM bonus_operations p WHERE ${own} AND p.reverses = o.id)
            THEN 0 ELSE o.points END
          ELSE 0 END::integer AS undoable
      FROM bonus_operations o WHERE ${sql.join(narrow, sql` AND `)}
      ORDER BY o.at DESC, o.id DESC LIMIT ${Number.isFinite(limit) ? limit : null}`,
  )
}
