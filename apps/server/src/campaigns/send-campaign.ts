import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { type Actor, canSendCampaigns } from '../permissions.ts'
import { salonMoment } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import type { CampaignCheck } from './check-campaign.ts'
import { assertState, lockCampaign, setCampaign } from './manage-campaigns.ts'
import { instantOf } from './quiet-hours.ts'
import { readCampaignSettings } from './settings.ts'
import type { Campaign } from './tables.ts'

export interface Sending {
  actor: Actor
  who: Who
  /** of the campaign as it was looked at */
  version: number
  check: Pick<CampaignCheck, 'problems' | 'contacted'>
  now: Date
  /** gives the launch its push, at its time */
  push(scope: WorkspaceScope, at: Date): Promise<void>
}

/**
 * Sends a campaign, at once or at its time; where it needs the yes of somebody else, asks for that. Of two who press
 * together the second is told it is under way. Throws `campaignNotReady`, `campaignChanged`, `campaignWrongState`.
 */
export function sendCampaign(outer: WorkspaceScope, id: string, sending: Sending): Promise<Campaign> {
  const { who, version, check, now, push } = sending
  const [problem] = check.problems
  return outer.transaction(async (scope) => {
    const campaign = await lockCampaign(scope, id)
    assertState(campaign, 'draft')
    if (campaign.version !== version) throw new AppError('campaignChanged', { value: campaign.preparedBy })
    if (problem) throw new AppError('campaignNotReady', { reason: problem.code, value: problem.value })
    const subject = `campaign:${id}`
    const details = { name: campaign.name, people: check.contacted }
    if (await needsApproval(scope, campaign, sending)) {
      await recordAudit(scope, who, { action: 'campaign.approvalAsked', subject, details })
      return await setCampaign(scope, id, { state: 'awaitingApproval', sentBy: nameOf(who) })
    }
    await recordAudit(scope, who, { action: 'campaign.sent', subject, details })
    const scheduled = await schedule(scope, campaign, now, push)
    return await setCampaign(scope, id, { ...scheduled, sentBy: nameOf(who) })
  })
}

/**
 * Says yes to a campaign somebody else prepared; an owner may to their own. Throws `campaignOwnApproval`,
 * `campaignNotReady`, `campaignChanged`, `campaignWrongState`.
 */
export function approveCampaign(outer: WorkspaceScope, id: string, sending: Sending): Promise<Campaign> {
  const { actor, who, version, check, now, push } = sending
  const [problem] = check.problems
  return outer.transaction(async (scope) => {
    const campaign = await lockCampaign(scope, id)
    assertState(campaign, 'awaitingApproval')
    if (campaign.version !== version) throw new AppError('campaignChanged', { value: campaign.preparedBy })
    if (isOwn(campaign, who) && actor.role !== 'owner') throw new AppError('campaignOwnApproval')
    if (problem) throw new AppError('campaignNotReady', { reason: problem.code, value: problem.value })
    const details = { name: campaign.name, people: check.contacted }
    await recordAudit(scope, who, { action: 'campaign.approved', subject: `campaign:${id}`, details })
    return await setCampaign(scope, id, {
      ...(await schedule(scope, campaign, now, push)),
      approvedBy: nameOf(who),
    })
  })
}

async function needsApproval(
  scope: WorkspaceScope,
  campaign: Campaign,
  { actor, who, check }: Pick<Sending, 'actor' | 'who' | 'check'>,
): Promise<boolean> {
  if (!canSendCampaigns(actor)) return true
  const { approveAbove } = await readCampaignSettings(scope)
  if (approveAbove === null || check.contacted <= approveAbove || actor.role === 'owner') return false
  return isOwn(campaign, who)
}

async function schedule(
  scope: WorkspaceScope,
  { plan }: Campaign,
  now: Date,
  push: Sending['push'],
): Promise<Pick<Campaign, 'state' | 'startsAt'>> {
  const workspace = await readWorkspace(scope)
  if (!plan.sendAt) {
    await push(scope, now)
    return { state: 'scheduled', startsAt: salonMoment(workspace, now) }
  }
  const startsAt = new Date(instantOf(plan.sendAt, workspace.timeZone).epochMilliseconds)
  // the days of a practice salon go by when somebody says so
  if (workspace.practiceDay === null) await push(scope, startsAt)
  return { state: 'scheduled', startsAt }
}

const isOwn = ({ preparedById }: Campaign, who: Who): boolean => 'id' in who && who.id === preparedById

const nameOf = (who: Who): string => ('name' in who ? who.name : '')
