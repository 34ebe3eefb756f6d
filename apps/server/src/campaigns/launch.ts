import { and, asc, eq, lte, min } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { SendingDeps } from '../messages/index.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { salonMoment, todayOf } from '../today.ts'
import { readWorkspace, waitOf } from '../workspace/index.ts'
import { drawAudience } from './check-campaign.ts'
import { lookOn } from './gather-audience.ts'
import { goOut } from './go-out.ts'
import { lockCampaign, setCampaign } from './manage-campaigns.ts'
import type { CampaignPorts } from './ports.ts'
import { mayLeaveFrom } from './quiet-hours.ts'
import { campaigns } from './tables.ts'

export interface LaunchDeps {
  ports: Pick<CampaignPorts, 'membersOf' | 'awayOn' | 'addressesOf'>
  cache: Pick<ColumnsCache, 'get'>
  sending: Pick<SendingDeps, 'push'>
}

/**
 * Starts the campaigns of a workspace whose time has come. Answers when the next one's is, `null` without one, in a
 * practice salon, where no clock brings it, and in one that waits for its owner to say go.
 * @param until those of later today too, by the clocks of the salon
 */
export async function launchDue(
  scope: WorkspaceScope,
  deps: LaunchDeps,
  now: Date,
  until: Date | null = null,
): Promise<Date | null> {
  const workspace = await readWorkspace(scope)
  if (waitOf(workspace)) return null
  const own = and(eq(campaigns.workspaceId, scope.workspaceId), eq(campaigns.state, 'scheduled'))
  const due = await scope.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(own, lte(campaigns.startsAt, until ?? salonMoment(workspace, now))))
    .orderBy(asc(campaigns.startsAt))
  for (const { id } of due) {
    await launch(scope, deps, id, now).catch((error: unknown) => {
      if (error instanceof AppError) return takeBack(scope, id, error)
      throw error
    })
  }
  if (workspace.practiceDay !== null) return null
  const [next] = await scope.db
    .select({ at: min(campaigns.startsAt) })
    .from(campaigns)
    .where(own)
  return next?.at ?? null
}

/** Campaigns of a workspace that wait for their time. */
export function countScheduled({ db, workspaceId }: WorkspaceScope): Promise<number> {
  return db.$count(campaigns, and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.state, 'scheduled')))
}

/**
 * Draws the audience and puts its messages in line, all in one transaction: a crash leaves the campaign as it was, and of
 * two servers one finds it launched. In quiet hours it waits for their end, so that the draw is of the day it goes out.
 */
async function launch(outer: WorkspaceScope, { ports, cache, sending }: LaunchDeps, id: string, now: Date) {
  // outside of the transaction: others may be waiting for the same load
  const columns = await cache.get(outer)
  const workspace = await readWorkspace(outer)
  const today = todayOf(workspace, now.toTemporalInstant())
  await outer.transaction(async (scope) => {
    const campaign = await lockCampaign(scope, id)
    if (campaign.state !== 'scheduled') return
    const allowed = mayLeaveFrom(now, workspace, campaign.plan.quiet)
    if (allowed > now) {
      await setCampaign(scope, id, { startsAt: allowed })
      return
    }
    const drawn = await drawAudience(scope, ports, lookOn(columns, today), campaign)
    await goOut(scope, sending, id, drawn, { now, today })
    const details = { name: campaign.name, contacted: drawn.contacted.length, holdout: drawn.holdout.length }
    await recordAudit(scope, { kind: 'system' }, { action: 'campaign.launched', subject: `campaign:${id}`, details })
  })
}

/** What cannot be launched any more, as when its group is gone, is a draft again: somebody has to look at it. */
async function takeBack(outer: WorkspaceScope, id: string, { code }: AppError) {
  await outer.transaction(async (scope) => {
    const { name } = await lockCampaign(scope, id)
    await setCampaign(scope, id, { state: 'draft', startsAt: null, sentBy: null, approvedBy: null })
    const details = { name, reason: code }
    await recordAudit(scope, { kind: 'system' }, { action: 'campaign.stopped', subject: `campaign:${id}`, details })
  })
}
