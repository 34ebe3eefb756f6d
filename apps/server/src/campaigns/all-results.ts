import { type Day, formatDay } from '@comeback/retention'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import type { Columns } from '../reports/columns.ts'
import { poolEffects } from './pool-effects.ts'
import type { CampaignPorts } from './ports.ts'
import { campaignResults, traceClients } from './results.ts'
import { campaigns } from './tables.ts'

/** The latest ones: older ones say little of how a salon writes today. */
const MOST = 50

/** Results of the campaigns that went out, automations apart, the latest first; what they changed together is told of those whose time is over. */
export async function allResults(
  { scope, columns, today }: { scope: WorkspaceScope; columns: Columns; today: Day },
  ports: Pick<CampaignPorts, 'clicksOf' | 'redeemedOf'>,
) {
  const launched = await scope.db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, scope.workspaceId),
        isNull(campaigns.automationId),
        isNotNull(campaigns.launchedOn),
      ),
    )
    .orderBy(desc(campaigns.launchedAt))
    .limit(MOST)
  const rows = []
  const over = []
  for (const campaign of launched) {
    const traces = await traceClients(scope, ports, columns, [campaign], today)
    const { launchedOn, closesOn, knownUntil, verdict, effect } = await campaignResults(
      scope,
      campaign,
      traces,
      columns,
      today,
    )
    const { id, name } = campaign
    rows.push({ id, name, launchedOn, closesOn: formatDay(closesOn), verdict, effect })
    if (knownUntil >= closesOn) over.push(effect)
  }
  return { campaigns: rows, pooled: poolEffects(over) }
}
