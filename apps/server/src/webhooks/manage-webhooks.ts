import { and, asc, count, eq, gt } from 'drizzle-orm'
import { changesOf, recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'
import type { EventType } from '../http/announce.ts'
import { isPrivateHost } from '../http/public-address.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { newSecret } from './new-secret.ts'
import { type Webhook, webhooks } from './tables.ts'

const MOST = 20

export interface WebhookChange {
  url?: string | undefined
  events?: EventType[] | undefined
  isOn?: boolean | undefined
}

/** Throws `webhookNotFound`. */
export async function findWebhook({ db, workspaceId }: WorkspaceScope, id: string): Promise<Webhook> {
  const [found] = await db.select().from(webhooks).where(isWebhook(workspaceId, id))
  if (!found) throw new AppError('webhookNotFound', { value: id })
  return found
}

/** Webhooks of the workspace, the oldest first. */
export function listWebhooks(
  { db, workspaceId }: WorkspaceScope,
  { after, limit }: { after: string | null; limit: number },
): Promise<Webhook[]> {
  return db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.workspaceId, workspaceId), after === null ? undefined : gt(webhooks.id, after)))
    .orderBy(asc(webhooks.id))
    .limit(limit)
}

/**
 * Has events sent to an address from now on; the secret that signs them is told once, here. Throws `webhookPrivate` for
 * an address of the server's own network, where that is not allowed, and `tooManyWebhooks`.
 */
export function makeWebhook(
  scope: WorkspaceScope,
  who: Who,
  { url, events }: { url: string; events: EventType[] },
  allowPrivate: boolean,
): Promise<Webhook> {
  refusePrivate(url, allowPrivate)
  return scope.transaction(async (inner) => {
    const { db, workspaceId } = inner
    await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
    const [has] = await db.select({ count: count() }).from(webhooks).where(eq(webhooks.workspaceId, workspaceId))
    if ((has?.count ?? 0) >= MOST) throw new AppError('tooManyWebhooks', { value: String(MOST) })
    const [made] = await db
      .insert(webhooks)
      .values({ workspaceId, id: laterId(), url, events, secret: newSecret(), createdAt: new Date() })
      .returning()
    await note(inner, who, 'webhook.made', made!, { url: hostOf(url), events })
    return made!
  })
}

/** Changes an address; turned on again, it begins anew. Throws `webhookNotFound` and `webhookPrivate`. */
export function changeWebhook(
  scope: WorkspaceScope,
  who: Who,
  id: string,
  change: WebhookChange,
  allowPrivate: boolean,
): Promise<Webhook> {
  if (change.url !== undefined) refusePrivate(change.url, allowPrivate)
  return scope.transaction(async (inner) => {
    const before = await findWebhook(inner, id)
    const isTurned = change.isOn !== undefined && change.isOn !== before.isOn
    const anew = isTurned ? { offReason: null, offAt: null, failingSince: null } : {}
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const [after] = await inner.db
      .update(webhooks)
      .set({ id, ...given, ...anew })
      .where(isWebhook(inner.workspaceId, id))
      .returning()
    const facts = ({ url, events, isOn }: Webhook) => ({ url: hostOf(url), events, isOn })
    const details = changesOf(facts(before), facts(after!))
    if (Object.keys(details).length > 0) await note(inner, who, 'webhook.changed', after!, details)
    return after!
  })
}

/** Removes an address with all that was sent to it. Throws `webhookNotFound`. */
export function removeWebhook(scope: WorkspaceScope, who: Who, id: string): Promise<void> {
  return scope.transaction(async (inner) => {
    const webhook = await findWebhook(inner, id)
    await inner.db.delete(webhooks).where(isWebhook(inner.workspaceId, id))
    await note(inner, who, 'webhook.removed', webhook, { url: hostOf(webhook.url) })
  })
}

const isWebhook = (workspaceId: string, id: string) => and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, id))

/** The rest of an address may hold a receiver's secret. */
const hostOf = (url: string) => new URL(url).host

function refusePrivate(url: string, allowPrivate: boolean) {
  if (!allowPrivate && isPrivateHost(new URL(url))) throw new AppError('webhookPrivate', { value: hostOf(url) })
}

type Event = Parameters<typeof recordAudit>[2]

function note(scope: WorkspaceScope, who: Who, action: Event['action'], { id }: Webhook, details: Event['details']) {
  return recordAudit(scope, who, { action, subject: `webhook:${id}`, ...(details && { details }) })
}
