import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { messages } from './tables.ts'

/** Of erased clients: what waits for them is never sent, and what gateways said of them is gone. */
export async function forgetMessages({ db, workspaceId }: WorkspaceScope, clientIds: readonly number[]): Promise<void> {
  if (clientIds.length === 0) return
  const among = sql`workspace_id = ${workspaceId} AND client_id = ANY (${`{${clientIds.join(',')}}`}::integer[])`
  await db.execute(sql`UPDATE messages SET detail = NULL, provider_id = NULL WHERE ${among} AND state <> 'sending'`)
  await db.execute(sql`
    UPDATE messages SET state = 'skipped', trouble = 'erased', due_at = NULL WHERE ${among} AND state = 'queued'`)
}

/** What was sent to one client, the oldest first, for their own file. */
export async function exportMessages({ db, workspaceId }: WorkspaceScope, clientId: number) {
  const rows = await db
    .select({ for: messages.sourceId, channel: messages.channel, state: messages.state, at: messages.claimedAt })
    .from(messages)
    .where(
      and(eq(messages.workspaceId, workspaceId), inArray(messages.clientId, [clientId]), sql`claimed_at IS NOT NULL`),
    )
    .orderBy(asc(messages.claimedAt))
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }))
}
