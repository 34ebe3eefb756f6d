import { and, desc, eq, lt, ne } from 'drizzle-orm'
import type { Store, WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Queues } from '../jobs/index.ts'
import { putInLine } from './announce.ts'
import { findWebhook } from './manage-webhooks.ts'
import { type Delivery, TEST, webhookDeliveries } from './tables.ts'

type Push = Pick<Queues<'deliver'>, 'send'>

const KEPT_DAYS = 30
const DAY = 24 * 3_600_000

/** What was and will be sent to an address, the newest first. Throws `webhookNotFound`. */
export async function listDeliveries(
  scope: WorkspaceScope,
  webhookId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<Delivery[]> {
  await findWebhook(scope, webhookId)
  return await scope.db
    .select()
    .from(webhookDeliveries)
    .where(and(isOf(scope, webhookId), before === null ? undefined : lt(webhookDeliveries.id, before)))
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit)
}

/** Sends an event that means nothing, also to an address that is off. Throws `webhookNotFound`. */
export function sendTest(scope: WorkspaceScope, queues: Push, webhookId: string): Promise<Delivery> {
  return scope.transaction(async (inner) => {
    await findWebhook(inner, webhookId)
    const id = await putInLine(inner, webhookId, TEST, {})
    await queues.send(inner, 'deliver', 0)
    return await findDelivery(inner, webhookId, id)
  })
}

/** Sends the same again, with the same id, its tries counted anew; what waits already is tried in its turn. Throws `deliveryNotFound`. */
export function sendAgain(scope: WorkspaceScope, queues: Push, webhookId: string, id: string): Promise<Delivery> {
  return scope.transaction(async (inner) => {
    await inner.db
      .update(webhookDeliveries)
      .set({ state: 'waiting', tries: 0, nextTryAt: new Date(), trouble: null })
      .where(and(isOf(inner, webhookId), eq(webhookDeliveries.id, id), ne(webhookDeliveries.state, 'waiting')))
    await queues.send(inner, 'deliver', 0)
    return await findDelivery(inner, webhookId, id)
  })
}

/** Deletes what was sent to all workspaces' addresses long ago, or has been held for as long. */
export async function forgetOldDeliveries({ db }: Pick<Store, 'db'>, now = new Date()) {
  await db.delete(webhookDeliveries).where(lt(webhookDeliveries.createdAt, new Date(now.getTime() - KEPT_DAYS * DAY)))
}

async function findDelivery(scope: WorkspaceScope, webhookId: string, id: string): Promise<Delivery> {
  const [found] = await scope.db
    .select()
    .from(webhookDeliveries)
    .where(and(isOf(scope, webhookId), eq(webhookDeliveries.id, id)))
  if (!found) throw new AppError('deliveryNotFound', { value: id })
  return found
}

const isOf = ({ workspaceId }: WorkspaceScope, webhookId: string) =>
  and(eq(webhookDeliveries.workspaceId, workspaceId), eq(webhookDeliveries.webhookId, webhookId))
