import { randomInt } from 'node:crypto'
import { formatDay } from '@comeback/retention'
import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { DEFAULT_PLAN, type Plan } from './plan.ts'
import { readCampaignSettings } from './settings.ts'
import type { CampaignState } from './states.ts'
import { type Campaign, campaigns } from './tables.ts'

const LARGEST_SEED = 2 ** 32

export interface CampaignChange {
  name?: string | undefined
  plan?: { [K in keyof Plan]?: Plan[K] | undefined } | undefined
}

/** Throws `campaignNotFound`. */
export async function findCampaign({ db, workspaceId }: WorkspaceScope, id: string): Promise<Campaign> {
  const [found] = await db.select().from(campaigns).where(isCampaign(workspaceId, id))
  if (!found) throw new AppError('campaignNotFound', { value: id })
  return found
}

/** Like {@link findCampaign}, with nobody else changing it until the transaction ends. */
export async function lockCampaign({ db, workspaceId }: WorkspaceScope, id: string): Promise<Campaign> {
  const [found] = await db.select().from(campaigns).where(isCampaign(workspaceId, id)).for('update')
  if (!found) throw new AppError('campaignNotFound', { value: id })
  return found
}

/** Campaigns of the workspace, the newest first, without the runs of automations. */
export function listCampaigns(
  { db, workspaceId }: WorkspaceScope,
  { before, limit }: { before: string | null; limit: number },
): Promise<Campaign[]> {
  return db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, workspaceId),
        isNull(campaigns.automationId),
        before === null ? undefined : lt(campaigns.id, before),
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(limit)
}

/** Begins a campaign with the defaults of the workspace. */
export function makeCampaign(
  scope: WorkspaceScope,
  who: Who,
  { name, plan = {} }: { name: string; plan?: CampaignChange['plan'] },
): Promise<Campaign> {
  return scope.transaction(async (inner) => {
    const { quiet } = await readCampaignSettings(inner)
    const begunOn = formatDay(todayOf(await readWorkspace(inner)))
    const id = laterId()
    const [made] = await inner.db
      .insert(campaigns)
      .values({
        ...{ workspaceId: inner.workspaceId, id, name, state: 'draft', createdAt: new Date(), begunOn },
        ...{ plan: { ...DEFAULT_PLAN, quiet, ...given(plan) }, seed: randomInt(LARGEST_SEED), ...preparer(who) },
      })
      .returning()
    await recordAudit(inner, who, { action: 'campaign.made', subject: `campaign:${id}`, details: { name } })
    return made!
  })
}

/**
 * Changes a campaign that has not gone out; one that waits for a yes, or for its time, is a draft again. Throws
 * `campaignChanged` when somebody else changed it since `version`, and `campaignWrongState`.
 */
export function changeCampaign(
  scope: WorkspaceScope,
  who: Who,
  id: string,
  version: number,
  { name, plan = {} }: CampaignChange,
): Promise<Campaign> {
  return scope.transaction(async (inner) => {
    const before = await lockCampaign(inner, id)
    assertState(before, 'draft', 'awaitingApproval', 'scheduled')
    if (before.version !== version) throw new AppError('campaignChanged', { value: before.preparedBy })
    return await setCampaign(inner, id, {
      ...(name !== undefined && { name }),
      plan: { ...before.plan, ...given(plan) },
      ...{ state: 'draft', startsAt: null, sentBy: null, approvedBy: null, version: version + 1 },
      ...preparer(who),
    })
  })
}

/** Removes a campaign nobody was written to for. Throws `campaignWrongState`. */
export function removeCampaign(scope: WorkspaceScope, who: Who, id: string): Promise<void> {
  return scope.transaction(async (inner) => {
    const before = await lockCampaign(inner, id)
    assertState(before, 'draft', 'awaitingApproval', 'scheduled')
    await inner.db.delete(campaigns).where(isCampaign(inner.workspaceId, id))
    const details = { name: before.name }
    await recordAudit(inner, who, { action: 'campaign.removed', subject: `campaign:${id}`, details })
  })
}

/** Changes a campaign that is locked. */
export async function setCampaign(
  { db, workspaceId }: WorkspaceScope,
  id: string,
  change: Partial<Campaign>,
): Promise<Campaign> {
  const [after] = await db.update(campaigns).set(change).where(isCampaign(workspaceId, id)).returning()
  return after!
}

/** Throws `campaignWrongState` unless the campaign is in one of these. */
export function assertState({ state }: Campaign, ...allowed: CampaignState[]) {
  if (!allowed.includes(state)) throw new AppError('campaignWrongState', { value: state })
}

const preparer = (who: Who) => ({
  preparedById: 'id' in who ? who.id : null,
  preparedBy: 'name' in who ? who.name : '',
})

const given = (plan: NonNullable<CampaignChange['plan']>): Partial<Plan> =>
  Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined))

const isCampaign = (workspaceId: string, id: string) =>
  and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.id, id))
