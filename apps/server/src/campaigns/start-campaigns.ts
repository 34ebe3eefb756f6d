import { eq } from 'drizzle-orm'
import type { DeliveryReport } from '../channels/sender.ts'
import { type DriverStore, openScope, type WorkspaceScope } from '../database/index.ts'
import { type Queues, startQueues } from '../jobs/index.ts'
import { applyReport, createSending, type Sending } from '../messages/index.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { campaignSource, finishDrained } from './campaign-source.ts'
import { launchDue } from './launch.ts'
import type { CampaignPorts } from './ports.ts'
import { campaigns } from './tables.ts'

/** Channels of all workspaces that send at the same time from one server. */
const AT_ONCE = 8

export interface CampaignDeps {
  campaigns: {
    ports: CampaignPorts
    sending: Sending
    /** gives the launch of a workspace's campaigns its push, at its time */
    push(scope: WorkspaceScope, at: Date): Promise<void>
  }
}

export interface RunningCampaigns extends CampaignDeps {
  /** Takes what a gateway reports of a message. */
  onDelivery(scope: WorkspaceScope, report: DeliveryReport): Promise<void>
  /** Gives what waits anywhere a push, which a crash may have cost it. */
  resume(): Promise<void>
  /** Stops after the messages that are on their way. */
  stop(): Promise<void>
}

/** Starts sending what campaigns have to say, and goes on with what waits. */
export async function startCampaigns(
  store: DriverStore,
  cache: ColumnsCache,
  ports: CampaignPorts,
): Promise<RunningCampaigns> {
  // jobs of an earlier process may come before the queues are at hand
  const ready = Promise.withResolvers<Pick<Queues<'launch' | 'send'>, 'send'>>()
  const sources = { campaign: campaignSource({ ports, cache }) }
  const sending = createSending(store, { sources, openSender: ports.openSender }, ready.promise)
  const push = async (scope: WorkspaceScope, at: Date) => (await ready.promise).send(scope, 'launch', 0, at)
  const launch = async ({ workspaceId }: { workspaceId: string }) => {
    const scope = openScope(store, workspaceId)
    const next = await launchDue(scope, { ports, cache, sending }, new Date())
    if (next) await push(scope, next)
  }
  const resume = async () => {
    await sending.resume()
    await finishDrained(store.db)
    const waiting = await store.db
      .selectDistinct({ workspaceId: campaigns.workspaceId })
      .from(campaigns)
      .where(eq(campaigns.state, 'scheduled'))
    for (const { workspaceId } of waiting) await push(openScope(store, workspaceId), new Date())
  }
  const queues = await startQueues(store, { launch, send: sending.send }, { atOnce: AT_ONCE, resume })
  ready.resolve(queues)
  await resume()
  return {
    campaigns: { ports, sending, push },
    onDelivery: (scope, report) => applyReport(scope, sending, report),
    resume,
    async stop() {
      sending.stop()
      await queues.stop()
    },
  }
}
