import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { SendingChannel } from '../channels/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { laterId } from '../later-id.ts'
import type { Source } from './states.ts'
import { messages } from './tables.ts'

const ROWS_AT_ONCE = 2000

export interface NewMessage {
  clientId: number
  channel: SendingChannel
  /** channels after it, should it surely fail */
  fallbacks: SendingChannel[]
}

/**
 * Puts messages in line, to be sent in an order drawn at random; a client who has one of this source already gets no
 * second. The caller gives the lanes their push.
 */
export async function queueMessages(
  { db, workspaceId }: WorkspaceScope,
  source: Source,
  wanted: readonly NewMessage[],
  dueAt: Date,
): Promise<void> {
  const order = wanted.map((_, i) => ({ i, chance: Math.random() })).sort((a, b) => a.chance - b.chance)
  const rows = order.map(({ i }, position) => ({ ...wanted[i]!, id: laterId(), position }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const json = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))
    await db.execute(sql`
      INSERT INTO messages (workspace_id, id, source_kind, source_id, client_id, channel, fallbacks, state, position, due_at)
      SELECT ${workspaceId}::uuid, id, ${source.kind}, ${source.id}::uuid, "clientId", channel, fallbacks, 'queued', position,
        ${dueAt.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${json}::jsonb)
        AS wanted (id uuid, "clientId" integer, channel text, fallbacks text[], position integer)
      ON CONFLICT DO NOTHING`)
  }
}

/** Keeps what is in line from being sent until it is let go. */
export async function holdMessages(scope: WorkspaceScope, sourceId: string): Promise<void> {
  await scope.db
    .update(messages)
    .set({ dueAt: null })
    .where(and(isOf(scope, sourceId), eq(messages.state, 'queued')))
}

/** Lets go what was held. The caller gives the lanes their push. */
export async function releaseMessages(scope: WorkspaceScope, sourceId: string, dueAt: Date): Promise<void> {
  await scope.db
    .update(messages)
    .set({ dueAt })
    .where(and(isOf(scope, sourceId), eq(messages.state, 'queued'), isNull(messages.dueAt)))
}

/** Takes what is in line out of it for good. Answers how many. */
export async function dropMessages(scope: WorkspaceScope, sourceId: string, reason: string): Promise<number> {
  const dropped = await scope.db
    .update(messages)
    .set({ state: 'skipped', trouble: reason, dueAt: null })
    .where(and(isOf(scope, sourceId), eq(messages.state, 'queued')))
    .returning({ id: messages.id })
  return dropped.length
}

/** Has messages of which it is not known whether they were sent, or that failed, sent again, as a person decided. */
export async function sendAgain(
  scope: WorkspaceScope,
  sourceId: string,
  state: 'unknown' | 'failed',
  dueAt: Date,
): Promise<number> {
  const again = await rowsOf<{ id: string }>(
    scope.db,
    sql`UPDATE messages m SET state = 'queued', due_at = ${dueAt.toISOString()}::timestamptz, trouble = NULL, detail = NULL,
        tries = 0
      WHERE m.workspace_id = ${scope.workspaceId} AND m.source_id = ${sourceId}::uuid AND m.state = ${state}
        AND NOT EXISTS (SELECT FROM messages later WHERE later.workspace_id = m.workspace_id
          AND later.source_id = m.source_id AND later.client_id = m.client_id AND later.step > m.step)
      RETURNING id`,
  )
  return again.length
}

/** Channels on which something of a source is in line. */
export async function lanesOf(scope: WorkspaceScope, sourceId: string): Promise<SendingChannel[]> {
  const lanes = await scope.db
    .selectDistinct({ channel: messages.channel })
    .from(messages)
    .where(and(isOf(scope, sourceId), inArray(messages.state, ['queued', 'sending'])))
  return lanes.map(({ channel }) => channel)
}

const isOf = ({ workspaceId }: WorkspaceScope, sourceId: string) =>
  and(eq(messages.workspaceId, workspaceId), eq(messages.sourceId, sourceId))
