import { and, asc, eq, inArray, lte, min, sql } from 'drizzle-orm'
import { Webhook as Signer } from 'standardwebhooks'
import type { WorkspaceScope } from '../database/index.ts'
import { type Outcome, type PostOptions, post } from './post.ts'
import { nextTry } from './retry-times.ts'
import { secretsOf } from './secrets.ts'
import { type Delivery, type OffReason, TEST, type Webhook, webhookDeliveries, webhooks } from './tables.ts'

/** Tries of one address at the same time: one that hangs keeps no other from being told. */
const AT_ONCE = 5
/** An address that did not answer in time is let alone for so long with all that waits for it. */
const REST_MS = 30_000
/** A try that has not ended by then ended with its server: the delivery is due again. */
const LEASE_MS = 60_000
/** An address is turned off when a delivery is given up and nothing got through for this long. */
const FAILING_MS = 20 * 3_600_000
const GONE = 410

export interface DeliverOptions extends PostOptions {
  now: () => Date
  /** 0 to 1 */
  random: () => number
  /** whether the workspace's plan has webhooks and it is no restored copy: else what is due waits */
  maySend: (scope: WorkspaceScope) => Promise<boolean>
}

/**
 * Sends what is due in a workspace. Answers when the next try is, `null` when nothing waits, or when another worker had
 * it all, or the plan holds it. Every try is noted before it is made: a crash in its middle sends again, with the same id.
 */
export async function deliverDue(scope: WorkspaceScope, options: DeliverOptions): Promise<Date | null> {
  const flying = new Map<Promise<void>, string>()
  let didAny = false
  try {
    while (await options.maySend(scope)) {
      for (const delivery of await claimFrom(scope, options.now(), [...flying.values()])) {
        didAny = true
        const flight = tryOnce(scope, delivery, options).finally(() => flying.delete(flight))
        flying.set(flight, delivery.webhookId)
      }
      if (flying.size === 0) return didAny ? await nextDue(scope) : null
      await Promise.race(flying.keys())
    }
  } finally {
    await Promise.allSettled(flying.keys())
  }
  return null
}

async function nextDue({ db, workspaceId }: WorkspaceScope): Promise<Date | null> {
  const [next] = await db
    .select({ at: min(webhookDeliveries.nextTryAt) })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.workspaceId, workspaceId), eq(webhookDeliveries.state, 'waiting')))
  return next?.at ?? null
}

const isDue = (workspaceId: string, now: Date) =>
  and(
    eq(webhookDeliveries.workspaceId, workspaceId),
    eq(webhookDeliveries.state, 'waiting'),
    lte(webhookDeliveries.nextTryAt, now),
  )

/** Takes what is due, of each address as much as it may be asked at once beside what is `flying` to it already. */
async function claimFrom(scope: WorkspaceScope, now: Date, flying: readonly string[]): Promise<Delivery[]> {
  const due = await scope.db
    .selectDistinct({ webhookId: webhookDeliveries.webhookId })
    .from(webhookDeliveries)
    .where(isDue(scope.workspaceId, now))
  const claimed: Delivery[] = []
  for (const { webhookId } of due) {
    const free = AT_ONCE - flying.filter((each) => each === webhookId).length
    if (free > 0) claimed.push(...(await claim(scope, webhookId, now, free)))
  }
  return claimed
}

function claim({ db, workspaceId }: WorkspaceScope, webhookId: string, now: Date, most: number): Promise<Delivery[]> {
  const due = db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(isDue(workspaceId, now), eq(webhookDeliveries.webhookId, webhookId)))
    .orderBy(asc(webhookDeliveries.nextTryAt), asc(webhookDeliveries.id))
    .limit(most)
    .for('update', { skipLocked: true })
  return db
    .update(webhookDeliveries)
    .set({ tries: sql`${webhookDeliveries.tries} + 1`, nextTryAt: new Date(now.getTime() + LEASE_MS) })
    .where(and(eq(webhookDeliveries.workspaceId, workspaceId), inArray(webhookDeliveries.id, due)))
    .returning()
}

async function tryOnce(scope: WorkspaceScope, delivery: Delivery, options: DeliverOptions) {
  const { db, workspaceId } = scope
  const isTarget = and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, delivery.webhookId))
  const [webhook] = await db.select().from(webhooks).where(isTarget)
  // removed meanwhile, and the delivery with it
  if (!webhook) return
  if (!webhook.isOn && delivery.type !== TEST) {
    return note(scope, delivery, { state: 'failed', nextTryAt: null, trouble: 'off' })
  }
  const triedAt = options.now()
  const outcome = await post(webhook.url, headersOf(webhook, delivery, triedAt), delivery.body, options)
  await scope.transaction(async (inner) => {
    const again = outcome.trouble === null ? null : nextTry(delivery.tries, options.now(), options.random())
    const isOver = again === null || outcome.status === GONE
    const state = outcome.trouble === null ? 'delivered' : isOver ? 'failed' : 'waiting'
    await note(inner, delivery, { ...outcome, triedAt, state, nextTryAt: state === 'waiting' ? again : null })
    await inner.db
      .update(webhooks)
      .set(healthAfter(webhook, outcome, isOver, options.now()))
      .where(isTarget)
    if (outcome.trouble === 'timeout') await letRest(inner, webhook.id, options.now())
  })
}

async function letRest({ db, workspaceId }: WorkspaceScope, webhookId: string, now: Date) {
  await db
    .update(webhookDeliveries)
    .set({ nextTryAt: new Date(now.getTime() + REST_MS) })
    .where(and(isDue(workspaceId, now), eq(webhookDeliveries.webhookId, webhookId)))
}

async function note({ db, workspaceId }: WorkspaceScope, { id }: Delivery, change: Partial<Delivery>) {
  await db
    .update(webhookDeliveries)
    .set(change)
    .where(and(eq(webhookDeliveries.workspaceId, workspaceId), eq(webhookDeliveries.id, id)))
}

function headersOf(webhook: Webhook, { id, body }: Delivery, now: Date): Record<string, string> {
  return {
    'user-agent': 'Comeback-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secretsOf(webhook, now)
      .map((secret) => new Signer(secret).sign(id, now, body))
      .join(' '),
  }
}

/** What a try says about the address itself. */
function healthAfter(webhook: Webhook, { status, trouble }: Outcome, isOver: boolean, now: Date): Partial<Webhook> {
  if (trouble === null) return { failingSince: null }
  const failingSince = webhook.failingSince ?? now
  const off = (offReason: OffReason) => ({ failingSince, isOn: false, offReason, offAt: now })
  if (!webhook.isOn) return { failingSince }
  if (status === GONE) return off('gone')
  return isOver && now.getTime() - failingSince.getTime() >= FAILING_MS ? off('failing') : { failingSince }
}
