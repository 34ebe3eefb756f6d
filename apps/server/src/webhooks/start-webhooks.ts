import { eq, min } from 'drizzle-orm'
import { type DriverStore, openScope, type WorkspaceScope } from '../database/index.ts'
import type { Announce } from '../http/announce.ts'
import { type Queues, startQueues } from '../jobs/index.ts'
import { includes, type PlanSettings, planInForce } from '../plans.ts'
import { readWorkspace, waitOf } from '../workspace/index.ts'
import { createAnnounce } from './announce.ts'
import { type DeliverOptions, deliverDue } from './deliver-due.ts'
import { webhookDeliveries } from './tables.ts'

/** Workspaces told at the same time: those whose receivers hang are not to keep others waiting. */
const AT_ONCE = 16
const TIMEOUT_MS = 10_000

export interface WebhookDeps {
  webhookQueues: Pick<Queues<'deliver'>, 'send'>
  /** webhooks may point into the server's own network */
  allowPrivate: boolean
}

export interface RunningWebhooks extends WebhookDeps {
  announce: Announce
  /** Gives what waits anywhere a push, which a crash, a long outage or a plan without webhooks may have cost it. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Starts sending events to those who want to be told, and goes on with what waits. */
export async function startWebhooks(
  store: DriverStore,
  { webhooksAllowPrivate: allowPrivate, plans }: { webhooksAllowPrivate: boolean; plans: PlanSettings | null },
): Promise<RunningWebhooks> {
  const maySend = async (scope: WorkspaceScope) => {
    const workspace = await readWorkspace(scope)
    return waitOf(workspace)?.for !== 'restored' && includes(planInForce(plans, workspace), 'api')
  }
  const options: DeliverOptions = {
    ...{ now: () => new Date(), random: Math.random, timeoutMs: TIMEOUT_MS, allowPrivate, maySend },
  }
  // jobs of an earlier process may come before the queue is at hand
  const ready = Promise.withResolvers<Queues<'deliver'>>()
  const deliver = async ({ workspaceId }: { workspaceId: string }) => {
    const scope = openScope(store, workspaceId)
    const next = await deliverDue(scope, options)
    if (next) await (await ready.promise).send(scope, 'deliver', 0, next)
  }
  const resume = async () => {
    const queues = await ready.promise
    // what a try had taken when its server died is due when that try's time is over
    const waiting = await store.db
      .select({ workspaceId: webhookDeliveries.workspaceId, at: min(webhookDeliveries.nextTryAt) })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.state, 'waiting'))
      .groupBy(webhookDeliveries.workspaceId)
    for (const { workspaceId, at } of waiting) {
      await queues.send(openScope(store, workspaceId), 'deliver', 0, at ?? undefined)
    }
  }
  const queues = await startQueues(store, { deliver }, { atOnce: AT_ONCE, resume })
  ready.resolve(queues)
  await resume()
  return { webhookQueues: queues, allowPrivate, announce: createAnnounce(queues), resume, stop: queues.stop }
}
