import type { Day } from '@comeback/retention'
import { formatDay } from '@comeback/retention'
import { searchClients } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { type Actor, canSeeContacts, canSeeNames } from '../permissions.ts'
import type { Columns } from '../reports/columns.ts'
import { drawAudience } from './check-campaign.ts'
import { gatherCandidates, lookOn } from './gather-audience.ts'
import type { CampaignPorts } from './ports.ts'
import { counts, FUNNEL, type GROUPINGS, KEY_OF, type Trace, traceClients } from './results.ts'
import type { CampaignCell } from './schemas.ts'
import type { SkipReason } from './states.ts'
import type { Campaign } from './tables.ts'

/** Who is counted by each number of a campaign. */
const CELL_OF: Record<CampaignCell, (trace: Trace) => boolean> = {
  audience: () => true,
  contacted: (trace) => counts(trace) && trace.arm === 'contacted',
  holdout: ({ arm }) => arm === 'holdout',
  skipped: ({ arm, state }) => arm === 'skipped' || state === 'skipped',
  sent: FUNNEL.sent,
  delivered: FUNNEL.delivered,
  clicked: FUNNEL.clicked,
  booked: (trace) => counts(trace) && FUNNEL.booked(trace),
  visited: (trace) => counts(trace) && FUNNEL.visited(trace),
  holdoutVisited: ({ arm, visited }) => arm === 'holdout' && visited,
  failed: ({ state }) => state === 'failed' || state === 'bounced',
  unknown: ({ state }) => state === 'unknown',
  waiting: ({ state }) => state === 'queued' || state === 'sending',
}

/** Of one master, service or quarter by spend, as they were before the campaign; `null`: of none. */
export interface PeopleBy {
  by: (typeof GROUPINGS)[number]
  key: string | null
}

export interface PeopleAsked {
  cell: CampaignCell
  /** `null`: all of them */
  only: PeopleBy | null
  /** why they were passed over */
  reason: string | null
  search: string | null
}

interface Asker {
  scope: WorkspaceScope
  columns: Columns
  today: Day
}

/** Where everybody of a campaign is: as it was drawn, or, before that, as it would be drawn now. */
export async function everybody(
  { scope, columns, today }: Asker,
  ports: CampaignPorts,
  campaign: Campaign,
): Promise<Trace[]> {
  if (campaign.launchedAt) return await traceClients(scope, ports, columns, [campaign], today)
  const drawn = await drawAudience(scope, ports, lookOn(columns, today), campaign)
  // who would be held out is drawn when it goes out: nobody is told now
  const going = [...drawn.contacted.map(({ candidate }) => candidate), ...drawn.holdout]
  return [
    ...going.map(({ clientId }) => planned(campaign.id, clientId)),
    ...drawn.skipped.map(({ candidate, reason }) => planned(campaign.id, candidate.clientId, reason)),
  ]
}

/** Somebody who would be written to if it went out now, or would be passed over. */
export const planned = (campaignId: string, clientId: number, reason: SkipReason | null = null): Trace => ({
  ...{ campaignId, clientId, arm: reason ? 'skipped' : 'contacted', reason, band: 0, staff: null, service: null },
  ...{ state: null, channel: null, trouble: null, detail: null, sentAt: null },
  ...{ clicked: false, booked: false, visited: false, revenue: 0, redeemed: 0 },
})

/** The people behind a number of a campaign, by their id. */
export async function peopleOf(
  asker: Asker,
  ports: CampaignPorts,
  campaign: Campaign,
  asked: PeopleAsked,
): Promise<Trace[]> {
  return await countedBy(asker.scope, await everybody(asker, ports, campaign), asked)
}

/** Those of the traces a number counts, by their id. */
export async function countedBy(
  scope: WorkspaceScope,
  traces: readonly Trace[],
  { cell, only, reason, search }: PeopleAsked,
): Promise<Trace[]> {
  const wanted = search ? new Set(await searchClients(scope, search)) : null
  return traces
    .filter((trace) => CELL_OF[cell](trace))
    .filter((trace) => only === null || KEY_OF[only.by](trace) === only.key)
    .filter((trace) => reason === null || trace.reason === reason || trace.trouble === reason)
    .filter(({ clientId }) => wanted === null || wanted.has(clientId))
    .sort((a, b) => a.clientId - b.clientId)
}

/** Some of these people with who they are, as the asker may see it. */
export async function describePeople(
  { scope, columns, today }: Asker,
  ports: CampaignPorts,
  campaign: Pick<Campaign, 'id'>,
  actor: Actor,
  traces: readonly Trace[],
) {
  const look = lookOn(columns, today)
  const begun = { id: campaign.id, begunOn: formatDay(today) }
  const ids = traces.map(({ clientId }) => clientId)
  const known = new Map((await gatherCandidates(scope, ports, look, begun, ids)).map((each) => [each.clientId, each]))
  return traces.map((trace) => {
    const { contact, summary } = known.get(trace.clientId) ?? {}
    const { arm, channel, state, detail, clicked, booked, visited } = trace
    const name = contact?.name ?? ''
    return {
      id: trace.clientId,
      name: canSeeContacts(actor) ? name : canSeeNames(actor) ? (name.split(/\s+/)[0] ?? '') : '',
      phone: canSeeContacts(actor) ? (contact?.phone ?? '') : '',
      email: canSeeContacts(actor) ? (contact?.email ?? '') : '',
      lastVisit: summary ? formatDay(summary.lastVisit) : null,
      staff: trace.staff ?? summary?.staff ?? null,
      service: trace.service ?? summary?.service ?? null,
      reason: trace.reason ?? trace.trouble,
      ...{ arm, channel, state, detail, clicked, booked, visited },
      revenue: visited ? trace.revenue : null,
    }
  })
}
