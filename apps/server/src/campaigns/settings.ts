import { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { changesOf, recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import { Quiet } from './plan.ts'
import { campaignSettings } from './tables.ts'

export const CampaignSettings = z
  .object({
    capMessages: z.number().int().min(1).max(20),
    capDays: z
      .number()
      .int()
      .min(1)
      .max(90)
      .openapi({ description: 'At most capMessages to a client in so many days' }),
    approveAbove: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .nullable()
      .openapi({ description: 'More people than this need the yes of a second person; null: never' }),
    quiet: Quiet,
  })
  .openapi('CampaignSettings')

export type CampaignSettings = z.infer<typeof CampaignSettings>

const DEFAULTS: CampaignSettings = {
  capMessages: 1,
  capDays: 7,
  approveAbove: null,
  quiet: { from: '21:00', to: '09:00' },
}

export async function readCampaignSettings({ db, workspaceId }: WorkspaceScope): Promise<CampaignSettings> {
  const [row] = await db.select().from(campaignSettings).where(eq(campaignSettings.workspaceId, workspaceId))
  if (!row) return DEFAULTS
  const { workspaceId: _, ...settings } = row
  return settings
}

/** Changes what holds for all campaigns; quiet hours are those new campaigns begin with. */
export function changeCampaignSettings(
  scope: WorkspaceScope,
  who: Who,
  settings: CampaignSettings,
): Promise<CampaignSettings> {
  return scope.transaction(async (inner) => {
    const before = await readCampaignSettings(inner)
    const row = { workspaceId: inner.workspaceId, ...settings }
    await inner.db
      .insert(campaignSettings)
      .values(row)
      .onConflictDoUpdate({ target: campaignSettings.workspaceId, set: settings })
    const said = ({ quiet, ...rest }: CampaignSettings) => ({ ...rest, quiet: quiet && `${quiet.from}–${quiet.to}` })
    const details = changesOf(said(before), said(settings))
    if (Object.keys(details).length > 0) await recordAudit(inner, who, { action: 'campaign.settings', details })
    return settings
  })
}
