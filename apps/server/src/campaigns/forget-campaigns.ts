import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { exportMessages, forgetMessages } from '../messages/index.ts'
import { campaignClients, campaigns } from './tables.ts'

/** Of erased clients: nothing more is sent to them. That they were in a campaign stays: they have no name there. */
export const forgetCampaigns = (scope: WorkspaceScope, clientIds: readonly number[]): Promise<void> =>
  forgetMessages(scope, clientIds)

/** The campaigns a client was in and what was sent to them, the oldest first, for their own file. */
export async function exportCampaigns(scope: WorkspaceScope, clientId: number) {
  const { db, workspaceId } = scope
  const sent = await exportMessages(scope, clientId)
  const rows = await db
    .select({ id: campaigns.id, name: campaigns.name, on: campaigns.launchedOn, text: sql<string>`plan ->> 'text'` })
    .from(campaigns)
    .innerJoin(
      campaignClients,
      and(eq(campaignClients.workspaceId, campaigns.workspaceId), eq(campaignClients.campaignId, campaigns.id)),
    )
    .where(
      and(
        eq(campaigns.workspaceId, workspaceId),
        eq(campaignClients.clientId, clientId),
        isNotNull(campaigns.launchedOn),
      ),
    )
    .orderBy(asc(campaigns.launchedAt))
  return rows.map(({ id, ...campaign }) => {
    const own = sent.filter((message) => message.for === id)
    return { ...campaign, messages: own.map(({ for: _, ...message }) => message) }
  })
}
