import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { countMessages, countPassedOver, type MessageState } from '../messages/index.ts'
import type { PassedOver } from './states.ts'
import type { Campaign } from './tables.ts'

/** How many of a launched campaign are where. */
export interface CampaignCounts {
  contacted: number
  holdout: number
  /** before the draw, and when their message was about to leave */
  skipped: Partial<Record<PassedOver, number>>
  messages: Partial<Record<MessageState, number>>
}

/** Counts of each of these campaigns; those not launched have none. */
export async function countClients(
  scope: WorkspaceScope,
  ids: readonly string[],
): Promise<Map<string, CampaignCounts>> {
  const counts = new Map<string, CampaignCounts>()
  if (ids.length === 0) return counts
  const rows = await rowsOf<{ id: string; arm: string; reason: PassedOver | null; count: number }>(
    scope.db,
    sql`SELECT campaign_id AS id, arm, reason, count(*)::integer AS count FROM campaign_clients
      WHERE workspace_id = ${scope.workspaceId} AND campaign_id = ANY (${`{${ids.join(',')}}`}::uuid[])
      GROUP BY 1, 2, 3`,
  )
  const messages = await countMessages(scope, ids)
  const late = await countPassedOver(scope, ids)
  for (const { id, arm, reason, count } of rows) {
    const known = counts.get(id) ?? {
      ...{ contacted: 0, holdout: 0, skipped: { ...late.get(id) }, messages: messages.get(id) ?? {} },
    }
    if (arm === 'skipped') known.skipped[reason!] = (known.skipped[reason!] ?? 0) + count
    else known[arm as 'contacted' | 'holdout'] = count
    counts.set(id, known)
  }
  return counts
}

/** A campaign as the API tells it. */
export function campaignJson(campaign: Campaign, counts: CampaignCounts | undefined) {
  const { id, name, state, plan, version, preparedBy, sentBy, approvedBy, launchedOn, pausedBecause, automationId } =
    campaign
  const { createdAt, startsAt, launchedAt, finishedAt } = campaign
  return {
    ...{ id, name, state, plan, version, preparedBy, sentBy, approvedBy, launchedOn, pausedBecause, automationId },
    createdAt: createdAt.toISOString(),
    startsAt: startsAt?.toISOString() ?? null,
    launchedAt: launchedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    counts: counts ?? null,
  }
}
