import { type Day, parseDay } from '@comeback/retention'
import { sql } from 'drizzle-orm'
import type { SendingChannel } from '../channels/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { SourceKind } from '../messages/index.ts'

/** A message that reached somebody, or may have. */
export interface SentMessage {
  channel: SendingChannel
  /** the salon's own day it left */
  day: Day
  /** what sent it */
  source: { kind: SourceKind; id: string }
}

/** By client, the messages that have or may have reached them, the earliest first. */
export async function messagesSent({ db, workspaceId }: WorkspaceScope): Promise<Map<number, SentMessage[]>> {
  const rows = await rowsOf<{ clientId: number; channel: SendingChannel; day: string; kind: SourceKind; id: string }>(
    db,
    sql`SELECT client_id AS "clientId", source_kind AS kind, source_id AS id, max(channel) AS channel,
        min(written_on)::text AS day FROM messages
      WHERE workspace_id = ${workspaceId} AND state IN ('sent', 'unknown', 'delivered', 'read') AND written_on IS NOT NULL
      GROUP BY 1, 2, 3 ORDER BY min(written_on), id`,
  )
  const sent = new Map<number, SentMessage[]>()
  for (const { clientId, channel, day, kind, id } of rows) {
    const message = { channel, day: parseDay(day)!, source: { kind, id } }
    sent.set(clientId, [...(sent.get(clientId) ?? []), message])
  }
  return sent
}
