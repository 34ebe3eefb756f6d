import type { WorkspaceScope } from '../database/index.ts'
import type { CampaignPorts } from './ports.ts'
import type { Campaign } from './tables.ts'
import { expiryOf } from './values.ts'

/** Key of a campaign's bonuses in the ledger. */
export const bonusKey = (campaignId: string): string => `campaign:${campaignId}`

/** The bonuses of a campaign, once a client whatever happens: the same key gives nothing a second time. */
export async function giveBonuses(
  scope: WorkspaceScope,
  ports: Pick<CampaignPorts, 'accrueTo'>,
  { id, name, plan: { bonus } }: Pick<Campaign, 'id' | 'name' | 'plan'>,
  clientIds: number[],
  today: string,
) {
  if (!bonus || clientIds.length === 0) return
  await ports.accrueTo(scope, {
    ...{ clientIds, points: bonus.points, reason: name, key: bonusKey(id) },
    expiresOn: expiryOf(bonus, Temporal.PlainDate.from(today)).toString(),
    who: { kind: 'system' },
  })
}
