import { sql } from 'drizzle-orm'
import type { SendingChannel } from '../channels/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { Source } from './states.ts'

/** What became of a try. */
export interface NotedOutcome {
  id: string
  attemptId: string
  state: 'sent' | 'failed' | 'unknown' | 'queued'
  providerId: string | null
  trouble: string | null
  detail: string | null
  /** of `queued`: when to try again */
  dueAt: Date | null
  at: Date
}

/**
 * Writes down what became of tries, and puts those that surely failed in line for their next channel. A report of the
 * gateway that came before is not undone; what was given up as `unknown` after a crash may still become known. Answers
 * the channels that got something to do.
 */
export async function noteOutcomes(
  outer: WorkspaceScope,
  outcomes: readonly NotedOutcome[],
): Promise<SendingChannel[]> {
  if (outcomes.length === 0) return []
  return await outer.transaction(async (scope) => {
    const failed = await rowsOf<{ id: string }>(
      scope.db,
      sql`WITH noted AS (UPDATE messages m SET
          state = CASE WHEN m.state IN ('sending', 'unknown') THEN o.state ELSE m.state END,
          provider_id = coalesce(o."providerId", m.provider_id),
          trouble = o.trouble, detail = o.detail, due_at = o."dueAt",
          sent_at = CASE WHEN o.state = 'sent' THEN o.at ELSE m.sent_at END
        FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS o (id uuid, "attemptId" uuid, state text,
          "providerId" text, trouble text, detail text, "dueAt" timestamptz, at timestamptz)
        WHERE m.workspace_id = ${scope.workspaceId} AND m.id = o.id AND m.attempt_id = o."attemptId"
        RETURNING m.id, m.state)
        SELECT id FROM noted WHERE state = 'failed'`,
    )
    return await fallBack(
      scope,
      failed.map(({ id }) => id),
    )
  })
}

/**
 * Puts clients whose message surely failed, bounced or was not for this channel in line for the next one. Answers the
 * channels that got something to do.
 */
export async function fallBack({ db, workspaceId }: WorkspaceScope, ids: readonly string[]): Promise<SendingChannel[]> {
  if (ids.length === 0) return []
  const next = await rowsOf<{ channel: SendingChannel }>(
    db,
    sql`INSERT INTO messages (workspace_id, id, source_kind, source_id, client_id, step, channel, fallbacks, state, position,
        due_at)
      SELECT workspace_id, gen_random_uuid(), source_kind, source_id, client_id, step + 1, fallbacks[1], fallbacks[2:],
        'queued', position, now()
      FROM messages WHERE workspace_id = ${workspaceId} AND id = ANY (${`{${ids.join(',')}}`}::uuid[])
        AND cardinality(fallbacks) > 0
      ON CONFLICT DO NOTHING RETURNING channel`,
  )
  return [...new Set(next.map(({ channel }) => channel))]
}

/**
 * What stood at `sending` on a channel when its sender died: nobody knows whether it left. Call it as the channel's only
 * sender. Answers whose they were.
 */
export async function doubtInterrupted(
  { db, workspaceId }: WorkspaceScope,
  channel: SendingChannel,
): Promise<Source[]> {
  const doubted = await rowsOf<Source>(
    db,
    sql`UPDATE messages SET state = 'unknown', trouble = 'interrupted'
      WHERE workspace_id = ${workspaceId} AND channel = ${channel} AND state = 'sending'
      RETURNING source_kind AS kind, source_id AS id`,
  )
  return [...new Map(doubted.map((source) => [source.id, source])).values()]
}
