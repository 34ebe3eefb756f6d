import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { DeliveryReport } from '../channels/sender.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { fallBack } from './note-outcomes.ts'
import type { SendingDeps } from './start-sending.ts'
import type { MessageState } from './states.ts'

/** From which states a report moves a message on: never backwards, however late or often it comes. */
const FROM: Record<DeliveryReport['state'], MessageState[]> = {
  delivered: ['sending', 'sent', 'unknown'],
  read: ['sending', 'sent', 'unknown', 'delivered'],
  bounced: ['sending', 'sent', 'unknown'],
}

/** A gateway may report sooner than the name it gave the message is written down. */
const LOOKS = 4
const PAUSE_MS = 300
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Takes what a gateway reports of a message; of one nobody knows, nothing happens. A message that bounced is tried on the
 * next channel, where there is one.
 */
export async function applyReport(scope: WorkspaceScope, deps: SendingDeps, report: DeliveryReport): Promise<void> {
  for (let look = 1; look <= LOOKS; look++) {
    if (await applyNow(scope, deps, report)) return
    if (look < LOOKS) await wait(PAUSE_MS)
  }
}

/** Answers whether there is such a message. */
function applyNow(outer: WorkspaceScope, deps: SendingDeps, report: DeliveryReport): Promise<boolean> {
  const { channel, providerId, messageId, state, at, detail } = report
  const attempt = messageId && UUID.test(messageId) ? sql`attempt_id = ${messageId}::uuid` : sql`false`
  return outer.transaction(async (scope) => {
    const known = await rowsOf<{ id: string; moves: boolean }>(
      scope.db,
      sql`SELECT id, state = ANY (${`{${FROM[state].join(',')}}`}::text[]) AS moves FROM messages
        WHERE workspace_id = ${scope.workspaceId} AND channel = ${channel}
          AND (${attempt} OR provider_id = ${providerId}) FOR UPDATE`,
    )
    const moving = known.filter(({ moves }) => moves).map(({ id }) => id)
    if (moving.length > 0) {
      const isBounced = state === 'bounced'
      await scope.db.execute(sql`
        UPDATE messages SET state = ${state}, trouble = ${isBounced ? 'bounced' : null},
          detail = ${isBounced ? detail.replaceAll('\u0000', '').slice(0, 200) : null},
          delivered_at = CASE WHEN ${isBounced} THEN NULL ELSE coalesce(delivered_at, ${at.toISOString()}::timestamptz) END,
          sent_at = coalesce(sent_at, claimed_at)
        WHERE workspace_id = ${scope.workspaceId} AND id = ANY (${`{${moving.join(',')}}`}::uuid[])`)
      if (isBounced) await deps.push(scope, await fallBack(scope, moving))
    }
    return known.length > 0
  })
}
