import { type Day, formatDay } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import { queueMessages, type SendingDeps } from '../messages/index.ts'
import type { DrawnAudience } from './check-campaign.ts'
import { strataOf } from './draw.ts'
import { setCampaign } from './manage-campaigns.ts'
import { type Campaign, campaignClients } from './tables.ts'

const ROWS_AT_ONCE = 2000

/**
 * Has a campaign go out to an audience that was drawn: notes who is in which arm and puts the messages in line. Call it in
 * the transaction that locked the campaign, or made it.
 */
export async function goOut(
  scope: WorkspaceScope,
  sending: Pick<SendingDeps, 'push'>,
  id: string,
  drawn: DrawnAudience,
  { now, today }: { now: Date; today: Day },
): Promise<Campaign> {
  await keepAudience(scope, id, drawn)
  const wanted = drawn.contacted.map(({ candidate, channels: [channel, ...fallbacks] }) => {
    return { clientId: candidate.clientId, channel: channel!, fallbacks }
  })
  await queueMessages(scope, { kind: 'campaign', id }, wanted, now)
  await sending.push(scope, [...new Set(wanted.map(({ channel }) => channel))])
  const isEmpty = wanted.length === 0
  return await setCampaign(scope, id, {
    state: isEmpty ? 'done' : 'sending',
    ...{ launchedAt: now, launchedOn: formatDay(today), finishedAt: isEmpty ? now : null },
  })
}

async function keepAudience({ db, workspaceId }: WorkspaceScope, campaignId: string, drawn: DrawnAudience) {
  const people = [
    ...drawn.contacted.map(({ candidate }) => ({ candidate, arm: 'contacted' as const, reason: null })),
    ...drawn.holdout.map((candidate) => ({ candidate, arm: 'holdout' as const, reason: null })),
    ...drawn.skipped.map(({ candidate, reason }) => ({ candidate, arm: 'skipped' as const, reason })),
  ]
  const strata = strataOf(people.map(({ candidate }) => candidate))
  const rows = people.map(({ candidate, arm, reason }, i) => {
    return { workspaceId, campaignId, clientId: candidate.clientId, arm, reason, ...strata[i]! }
  })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db.insert(campaignClients).values(rows.slice(from, from + ROWS_AT_ONCE))
  }
}
