import type { AuditAction } from '../audit/events.ts'
import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import {
  dropMessages,
  holdMessages,
  lanesOf,
  releaseMessages,
  type SendingDeps,
  sendAgain as sendMessagesAgain,
} from '../messages/index.ts'
import { assertState, lockCampaign, setCampaign } from './manage-campaigns.ts'
import type { Campaign } from './tables.ts'

type Push = Pick<SendingDeps, 'push'>

/** Keeps what has not left from leaving. What is on its way, at most a second's worth, goes out. */
export function pauseCampaign(outer: WorkspaceScope, who: Who, id: string): Promise<Campaign> {
  return outer.transaction(async (scope) => {
    const campaign = await lockCampaign(scope, id)
    assertState(campaign, 'sending')
    await holdMessages(scope, id)
    await note(scope, who, 'campaign.paused', campaign)
    return await setCampaign(scope, id, { state: 'paused', pausedBecause: null })
  })
}

/** Has a paused campaign go on. */
export function resumeCampaign(outer: WorkspaceScope, sending: Push, who: Who, id: string): Promise<Campaign> {
  return outer.transaction(async (scope) => {
    const campaign = await lockCampaign(scope, id)
    assertState(campaign, 'paused')
    await releaseMessages(scope, id, new Date())
    await sending.push(scope, await lanesOf(scope, id))
    await note(scope, who, 'campaign.resumed', campaign)
    return await setCampaign(scope, id, { state: 'sending', pausedBecause: null })
  })
}

/** Ends a campaign: who has not been written to will not be. One that waits for its time or a yes becomes a draft again. */
export function stopCampaign(outer: WorkspaceScope, who: Who, id: string): Promise<Campaign> {
  return outer.transaction(async (scope) => {
    const campaign = await lockCampaign(scope, id)
    assertState(campaign, 'sending', 'paused', 'scheduled', 'awaitingApproval')
    await note(scope, who, 'campaign.stopped', campaign)
    if (campaign.launchedAt === null) {
      return await setCampaign(scope, id, { state: 'draft', startsAt: null, sentBy: null, approvedBy: null })
    }
    await dropMessages(scope, id, 'stopped')
    return await setCampaign(scope, id, { state: 'stopped', finishedAt: new Date() })
  })
}

/**
 * Sends again what failed, or what may have arrived and may not have: a person decides that, nothing does by itself.
 * Answers the campaign and how many messages are in line again.
 */
export function sendAgain(
  outer: WorkspaceScope,
  sending: Push,
  who: Who,
  id: string,
  state: 'unknown' | 'failed',
): Promise<{ campaign: Campaign; again: number }> {
  return outer.transaction(async (scope) => {
    const before = await lockCampaign(scope, id)
    assertState(before, 'sending', 'done', 'stopped')
    const again = await sendMessagesAgain(scope, id, state, new Date())
    if (again === 0) return { campaign: before, again }
    await sending.push(scope, await lanesOf(scope, id))
    await note(scope, who, 'campaign.sentAgain', before, { state, messages: again })
    return { campaign: await setCampaign(scope, id, { state: 'sending', finishedAt: null }), again }
  })
}

async function note(
  scope: WorkspaceScope,
  who: Who,
  action: AuditAction,
  { id, name }: Campaign,
  more: Record<string, string | number> = {},
) {
  await recordAudit(scope, who, { action, subject: `campaign:${id}`, details: { name, ...more } })
}
