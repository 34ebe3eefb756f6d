import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'

/** Removes every link of these clients, when they are erased: their addresses lead nowhere from then on. */
export async function forgetLinks({ db, workspaceId }: WorkspaceScope, clientIds: readonly number[]): Promise<void> {
  const of = sql`workspace_id = ${workspaceId} AND client_id = ANY (${`{${clientIds.join(',')}}`}::integer[])`
  await db.execute(sql`DELETE FROM links WHERE ${of}`)
  await db.execute(sql`DELETE FROM unsubscribe_links WHERE ${of}`)
}

/** A link a client was sent, and whether they opened it. */
interface SentLink {
  url: string | null
  createdAt: string
  clicks: number
  firstClickAt: string | null
  lastClickAt: string | null
}

/** Every link a client was sent, the oldest first, for handing out what is known of them. */
export function exportLinks({ db, workspaceId }: WorkspaceScope, clientId: number): Promise<SentLink[]> {
  const moment = (column: string) => sql.raw(`to_json(${column}) #>> '{}'`)
  return rowsOf(
    db,
    sql`SELECT url, ${moment('created_at')} AS "createdAt", clicks, ${moment('first_click_at')} AS "firstClickAt",
        ${moment('last_click_at')} AS "lastClickAt"
      FROM links WHERE workspace_id = ${workspaceId} AND client_id = ${clientId} ORDER BY created_at, token`,
  )
}
