import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { laterId } from '../later-id.ts'
import { CHANGE } from './accounts.ts'
import { lockAccounts } from './lock-accounts.ts'
import type { Lot } from './lots.ts'
import { type NewOperation, type Posting, postOperations } from './post-operations.ts'

/** Erased, or gone with the import they came with: nobody can use these points any more. */
const GONE = sql`NOT EXISTS (SELECT FROM clients c
  WHERE c.workspace_id = p.workspace_id AND c.id = p.client_id AND c.erased_at IS NULL)`

/** Lots that are over on a local day: past their expiry, or of a client who is gone; SQL over postings called `p`. */
const isOver = (day: string) => sql`(p.expires_on < ${day}::date OR ${GONE})`

/** Clients with something to write off on a local day, at most so many. */
export async function clientsWithOver({ db, workspaceId }: WorkspaceScope, day: string, limit: number) {
  const found = await rowsOf<{ clientId: number }>(
    db,
    sql`SELECT DISTINCT lot.client_id AS "clientId" FROM (
        SELECT p.client_id FROM bonus_postings p WHERE p.workspace_id = ${workspaceId} AND ${isOver(day)}
        GROUP BY p.client_id, p.lot_id HAVING sum(${CHANGE}) > 0
      ) lot ORDER BY 1 LIMIT ${limit}`,
  )
  return found.map(({ clientId }) => clientId)
}

/**
 * Moves what is over of these clients' points to `expired`; again it finds nothing. Run it inside a transaction. Answers
 * how many points of how many clients.
 */
export async function writeOff(scope: WorkspaceScope, clientIds: readonly number[], day: string) {
  await lockAccounts(scope, clientIds)
  const { db, workspaceId } = scope
  const lots = await rowsOf<Lot & { clientId: number }>(
    db,
    sql`SELECT p.client_id AS "clientId", p.lot_id AS "lotId", sum(${CHANGE})::integer AS points,
        p.expires_on::text AS "expiresOn", p.point_minor AS "pointMinor"
      FROM bonus_postings p WHERE p.workspace_id = ${workspaceId} AND ${isOver(day)}
        AND p.client_id = ANY (${`{${clientIds.join(',')}}`}::integer[])
      GROUP BY p.client_id, p.lot_id, p.expires_on, p.point_minor HAVING sum(${CHANGE}) > 0 ORDER BY 1, 2`,
  )
  const operations = [...Map.groupBy(lots, ({ clientId }) => clientId)].map(([clientId, own]): NewOperation => {
    const id = laterId()
    const postings = own.map(({ clientId: _, ...lot }): Posting => ({ ...lot, debit: 'client', credit: 'expired' }))
    const who = { kind: 'system' } as const
    return { id, clientId, kind: 'expire', key: `expire:${id}`, day, reason: '', who, postings }
  })
  await postOperations(scope, operations)
  return { clients: operations.length, points: lots.reduce((sum, { points }) => sum + points, 0) }
}
