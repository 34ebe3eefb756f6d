import { sql } from 'drizzle-orm'
import type { SendingChannel } from '../channels/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { Random } from '../demo/index.ts'
import { applyReport, type SendingDeps } from '../messages/index.ts'

const ARRIVES = 0.97
const SEED = 1
const DELIVERY_STREAM = 15

/** Reports what was sent as delivered, nearly all of it, as gateways do within minutes. */
export async function reportDeliveries(scope: WorkspaceScope, sending: Pick<SendingDeps, 'push'>): Promise<void> {
  const sent = await rowsOf<{ clientId: number; channel: SendingChannel; providerId: string; number: number }>(
    scope.db,
    sql`SELECT client_id AS "clientId", channel, provider_id AS "providerId", position AS number FROM messages
      WHERE workspace_id = ${scope.workspaceId} AND state = 'sent' AND provider_id IS NOT NULL`,
  )
  for (const { clientId, channel, providerId, number } of sent) {
    if (!new Random(SEED, DELIVERY_STREAM, clientId, number).chance(ARRIVES)) continue
    const report = { channel, providerId, messageId: null, state: 'delivered', at: new Date(), detail: '' } as const
    await applyReport(scope, sending, report)
  }
}
