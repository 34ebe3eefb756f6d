import { type Day, parseDay } from '@comeback/retention'
import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'

/** By client: the days their campaigns went out on, as far as a message has or may have reached them. */
export async function messagesSent({ db, workspaceId }: WorkspaceScope): Promise<Map<number, Day[]>> {
  const rows = await rowsOf<{ clientId: number; day: string }>(
    db,
    sql`SELECT DISTINCT m.client_id AS "clientId", c.launched_on::text AS day FROM messages m
      JOIN campaigns c ON c.workspace_id = m.workspace_id AND c.id = m.source_id
      WHERE m.workspace_id = ${workspaceId} AND m.source_kind = 'campaign'
        AND m.state IN ('sent', 'unknown', 'delivered', 'read') AND c.launched_on IS NOT NULL`,
  )
  const sent = new Map<number, Day[]>()
  for (const { clientId, day } of rows) sent.set(clientId, [...(sent.get(clientId) ?? []), parseDay(day)!])
  return sent
}
