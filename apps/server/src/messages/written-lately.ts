import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { LEFT_STATES, type MessageState } from './states.ts'

/** How many campaigns and automations wrote to each of these clients after a day of the salon's, `except` the one that asks. */
export async function writtenLately(
  { db, workspaceId }: WorkspaceScope,
  clientIds: readonly number[],
  after: string,
  except: string,
): Promise<Map<number, number>> {
  const rows = await rowsOf<{ id: number; count: number }>(
    db,
    sql`SELECT client_id AS id, count(DISTINCT source_id)::integer AS count FROM messages
      WHERE workspace_id = ${workspaceId} AND client_id = ANY (${`{${clientIds.join(',')}}`}::integer[])
        AND written_on > ${after}::date AND source_id <> ${except}::uuid
        AND state = ANY (${`{${LEFT_STATES.join(',')}}`}::text[])
      GROUP BY client_id`,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** How many clients of each source stand where, by the last step of each. */
export async function countMessages(
  { db, workspaceId }: WorkspaceScope,
  sourceIds: readonly string[],
): Promise<Map<string, Partial<Record<MessageState, number>>>> {
  const rows = await rowsOf<{ source: string; state: MessageState; count: number }>(
    db,
    sql`SELECT source_id AS source, state, count(*)::integer AS count
      FROM (SELECT DISTINCT ON (source_id, client_id) source_id, state FROM messages
        WHERE workspace_id = ${workspaceId} AND source_id = ANY (${`{${sourceIds.join(',')}}`}::uuid[])
        ORDER BY source_id, client_id, step DESC) m
      GROUP BY 1, 2`,
  )
  const counts = new Map<string, Partial<Record<MessageState, number>>>()
  for (const { source, state, count } of rows) counts.set(source, { ...counts.get(source), [state]: count })
  return counts
}

/** How many clients of each source were passed over when their message was about to leave, by reason. */
export async function countPassedOver(
  { db, workspaceId }: WorkspaceScope,
  sourceIds: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const rows = await rowsOf<{ source: string; reason: string; count: number }>(
    db,
    sql`SELECT source_id AS source, trouble AS reason, count(*)::integer AS count
      FROM (SELECT DISTINCT ON (source_id, client_id) source_id, state, trouble FROM messages
        WHERE workspace_id = ${workspaceId} AND source_id = ANY (${`{${sourceIds.join(',')}}`}::uuid[])
        ORDER BY source_id, client_id, step DESC) m
      WHERE state = 'skipped' AND trouble IS NOT NULL GROUP BY 1, 2`,
  )
  const counts = new Map<string, Record<string, number>>()
  for (const { source, reason, count } of rows) counts.set(source, { ...counts.get(source), [reason]: count })
  return counts
}

/** What the messages of each source cost that left, or may have; minor units. */
export async function costsOf(
  { db, workspaceId }: WorkspaceScope,
  sourceIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await rowsOf<{ source: string; cost: number }>(
    db,
    sql`SELECT source_id AS source, coalesce(sum(cost), 0)::float8 AS cost FROM messages
      WHERE workspace_id = ${workspaceId} AND source_id = ANY (${`{${sourceIds.join(',')}}`}::uuid[])
        AND state = ANY (${`{${LEFT_STATES.join(',')}}`}::text[])
      GROUP BY 1`,
  )
  return new Map(rows.map(({ source, cost }) => [source, cost]))
}

/** Where each client of these sources stands: their last step in each. */
export function lastMessages({ db, workspaceId }: WorkspaceScope, sourceIds: readonly string[]) {
  return rowsOf<{
    sourceId: string
    clientId: number
    channel: string
    state: MessageState
    trouble: string | null
    detail: string | null
    sentAt: string | null
  }>(
    db,
    sql`SELECT DISTINCT ON (source_id, client_id) source_id AS "sourceId", client_id AS "clientId", channel, state, trouble,
        detail, sent_at::text AS "sentAt"
      FROM messages WHERE workspace_id = ${workspaceId} AND source_id = ANY (${`{${sourceIds.join(',')}}`}::uuid[])
      ORDER BY source_id, client_id, step DESC`,
  )
}
