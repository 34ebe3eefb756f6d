import { type Day, formatDay, parseDay } from '@comeback/retention'
import { and, desc, eq, gte } from 'drizzle-orm'
import { knownUntil } from '../campaigns/gather-audience.ts'
import type { CampaignPorts } from '../campaigns/ports.ts'
import { counts, effectOf, effectsByAll, funnelOf, type Trace, traceClients, verdictOf } from '../campaigns/results.ts'
import { type Campaign, campaigns } from '../campaigns/tables.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { costsOf } from '../messages/index.ts'
import type { Columns } from '../reports/columns.ts'
import type { Automation } from './tables.ts'

/** Older runs say little of how a salon writes today. */
const LOOKS_BACK_DAYS = 365

interface Asker {
  scope: WorkspaceScope
  columns: Columns
  today: Day
}

export interface Pooled {
  /** the oldest first */
  runs: Campaign[]
  /** everybody's first occasion in an arm; those only ever passed over with their first one */
  traces: Trace[]
}

/**
 * The runs of an automation of a year, since the share held out was changed last, and everybody in them once: as an
 * occasion that comes to an arm first, as later ones happen to people who were already written to, or not.
 */
export async function poolRuns(
  { scope, columns, today }: Asker,
  ports: Pick<CampaignPorts, 'clicksOf' | 'redeemedOf'>,
  { id }: Pick<Automation, 'id'>,
): Promise<Pooled> {
  const found = await scope.db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, scope.workspaceId),
        eq(campaigns.automationId, id),
        gte(campaigns.launchedOn, formatDay(today - LOOKS_BACK_DAYS)),
      ),
    )
    .orderBy(desc(campaigns.id))
  const other = found.findIndex(({ plan }) => plan.holdoutShare !== found[0]!.plan.holdoutShare)
  const runs = (other < 0 ? found : found.slice(0, other)).reverse()
  const first = new Map<number, Trace>()
  for (const trace of await traceClients(scope, ports, columns, runs, today)) {
    const known = first.get(trace.clientId)
    if (!known || (!counts(known) && counts(trace))) first.set(trace.clientId, trace)
  }
  return { runs, traces: [...first.values()] }
}

/** Ids of the runs whose days are over. */
export function runsOver(runs: readonly Campaign[], until: Day): Set<string> {
  const isOver = ({ launchedOn, plan }: Campaign) => parseDay(launchedOn!)! + plan.windowDays <= until
  return new Set(runs.filter(isOver).map(({ id }) => id))
}

/** What became of an automation, measured on those whose days are over; the others are awaited. */
export async function automationResults({ scope, columns, today }: Asker, { runs, traces }: Pooled) {
  const until = knownUntil(columns, today)
  const counted = traces.filter(counts)
  const over = runsOver(runs, until)
  const closed = counted.filter(({ campaignId }) => over.has(campaignId))
  const costs = await costsOf(scope, [...over])
  const messagesMinor = [...costs.values()].reduce((sum, cost) => sum + cost, 0)
  const redeemedMinor = closed.reduce((sum, { redeemed }) => sum + redeemed, 0)
  const effect = effectOf(closed, messagesMinor + redeemedMinor)
  return {
    since: runs[0]?.launchedOn ?? null,
    knownUntil: formatDay(until),
    runs: runs.length,
    /** people of the arms whose days are not over */
    awaited: counted.length - closed.length,
    verdict: closed.length === 0 && counted.length > 0 ? ('open' as const) : verdictOf(effect, false),
    effect,
    funnel: funnelOf(counted),
    messagesMinor,
    redeemedMinor,
    by: effectsByAll(closed),
  }
}
