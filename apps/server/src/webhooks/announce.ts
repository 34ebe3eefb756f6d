import { and, arrayContains, eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import type { Announce, EventType } from '../http/announce.ts'
import type { Queues } from '../jobs/index.ts'
import { laterId } from '../later-id.ts'
import { type TEST, webhookDeliveries, webhooks } from './tables.ts'

/** The way to have an event sent: it waits in the same transaction as the change, and the queue gives the push. */
export function createAnnounce(queues: Pick<Queues<'deliver'>, 'send'>): Announce {
  return async (scope, { type, data }) => {
    const { db, workspaceId } = scope
    const wanting = await db
      .select({ id: webhooks.id })
      .from(webhooks)
      .where(
        and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.isOn, true), arrayContains(webhooks.events, [type])),
      )
    if (wanting.length === 0) return
    for (const { id } of wanting) await putInLine(scope, id, type, data)
    await queues.send(scope, 'deliver', 0)
  }
}

/** Writes down what is to be sent to one address; answers its id. The caller gives the push. */
export async function putInLine(
  { db, workspaceId }: WorkspaceScope,
  webhookId: string,
  type: EventType | typeof TEST,
  data: Record<string, string | number | null>,
  now = new Date(),
): Promise<string> {
  const id = laterId()
  const body = JSON.stringify({ type, timestamp: now.toISOString(), data: { workspaceId, ...data } })
  const line = { state: 'waiting', createdAt: now, nextTryAt: now } as const
  await db.insert(webhookDeliveries).values({ workspaceId, id, webhookId, type, body, ...line })
  return id
}
