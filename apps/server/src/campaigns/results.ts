import {
  type Arm,
  type Day,
  parseDay,
  revenueAt,
  type Visits,
  type WinBackEffect,
  winBackEffect,
} from '@comeback/retention'
import { and, eq, inArray } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { costsOf, LEFT_STATES, lastMessages, type MessageState } from '../messages/index.ts'
import { type Columns, clientIndex } from '../reports/columns.ts'
import { knownUntil } from './gather-audience.ts'
import { bonusKey } from './give-bonuses.ts'
import type { CampaignPorts } from './ports.ts'
import { type Campaign, type CampaignClient, campaignClients } from './tables.ts'

/** Arms smaller than these say nothing yet. */
const FEWEST = { contacted: 30, holdout: 10 }

/** What one client of a campaign did after it. */
export interface Trace
  extends Pick<CampaignClient, 'campaignId' | 'clientId' | 'arm' | 'reason' | 'band' | 'staff' | 'service'> {
  /** of the last message to them; `null`: none was meant for them */
  state: MessageState | null
  channel: string | null
  trouble: string | null
  detail: string | null
  sentAt: string | null
  clicked: boolean
  /** made an appointment after the launch, or came without one */
  booked: boolean
  visited: boolean
  /** of these visits, minor units */
  revenue: number
  /** bonuses of the campaign paid with, minor units */
  redeemed: number
}

/** Days of the window that have to be over before anything is said of it: a week has every weekday in it once. */
const EARLY_DAYS = 7

/** Whether the numbers may be read as an answer. */
export const VERDICTS = ['early', 'open', 'noHoldout', 'small', 'ready'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface CampaignResults {
  launchedOn: string
  /** the last day that counts */
  closesOn: Day
  /** the last day the book tells of */
  knownUntil: Day
  verdict: Verdict
  effect: WinBackEffect
  funnel: { written: number; sent: number; delivered: number; clicked: number; booked: number; visited: number }
  /** minor units */
  messagesMinor: number
  redeemedMinor: number
  by: Record<(typeof GROUPINGS)[number], { key: string | null; effect: WinBackEffect }[]>
}

type Asked = Pick<CampaignPorts, 'clicksOf' | 'redeemedOf'>

/**
 * What everybody of launched campaigns did in the days after each, 1 to the window's length; the same days count for those
 * held out. In their arm stay all who were drawn into it, reached or not, but those a stopped campaign had not come to:
 * messages leave in an order drawn at random, so that says nothing about them. In the order of the campaigns.
 */
export async function traceClients(
  scope: WorkspaceScope,
  ports: Asked,
  columns: Columns,
  launched: readonly Campaign[],
  today: Day,
): Promise<Trace[]> {
  const ids = launched.map(({ id }) => id)
  if (ids.length === 0) return []
  const people = await scope.db
    .select()
    .from(campaignClients)
    .where(and(eq(campaignClients.workspaceId, scope.workspaceId), inArray(campaignClients.campaignId, ids)))
  const inEach = Map.groupBy(people, ({ campaignId }) => campaignId)
  const messageOf = new Map((await lastMessages(scope, ids)).map((each) => [keyOf(each.sourceId, each.clientId), each]))
  const clicks = await ports.clicksOf(scope, 'campaign', ids)
  const clicked = new Set(clicks.map(({ sourceId, clientId }) => keyOf(sourceId, clientId)))
  const traces: Trace[] = []
  for (const campaign of launched) {
    const from = parseDay(campaign.launchedOn ?? '')
    if (from === null) continue
    const days = { from, until: from + campaign.plan.windowDays, known: knownUntil(columns, today) }
    const paid = await redeemedIn(scope, ports, campaign)
    for (const { campaignId, clientId, arm, reason, band, staff, service } of inEach.get(campaign.id) ?? []) {
      const client = clientIndex(columns, clientId)
      const did = client < 0 ? NOTHING : deedsOf(columns.visits, client, days)
      const message = messageOf.get(keyOf(campaignId, clientId))
      const { state = null, channel = null, trouble = null, detail = null, sentAt = null } = message ?? {}
      traces.push({
        ...{ campaignId, clientId, arm, reason, band, staff, service, state, channel, trouble, detail, sentAt, ...did },
        clicked: clicked.has(keyOf(campaignId, clientId)),
        redeemed: paid.get(clientId) ?? 0,
      })
    }
  }
  return traces
}

const keyOf = (campaignId: string, clientId: number) => `${campaignId} ${clientId}`

/** By client, minor units. */
async function redeemedIn(scope: WorkspaceScope, ports: Asked, { id, plan, launchedOn }: Campaign) {
  if (!plan.bonus) return new Map<number, number>()
  const to = Temporal.PlainDate.from(launchedOn!).add({ days: plan.windowDays }).toString()
  const redeemed = await ports.redeemedOf(scope, bonusKey(id), launchedOn!, to)
  return new Map(redeemed.map(({ clientId, minor }) => [clientId, minor]))
}

const NOTHING = { booked: false, visited: false, revenue: 0 }

interface Days {
  from: Day
  until: Day
  /** the last day the book tells of: an appointment after it is none that was kept */
  known: Day
}

/** What a client did on the days after `from` up to `until`. */
export function deedsOf(visits: Visits, client: number, { from, until, known }: Days): typeof NOTHING {
  let revenue = 0
  let visited = false
  for (let row = visits.clientStart[client]!; row < visits.clientStart[client + 1]!; row++) {
    if (visits.day[row]! <= from || visits.day[row]! > Math.min(until, known)) continue
    visited = true
    const amount = revenueAt(visits, row)
    if (!Number.isNaN(amount)) revenue += amount
  }
  const { clientStart, day, ahead } = visits.bookings
  let booked = visited
  for (let row = clientStart[client]!; row < clientStart[client + 1]! && !booked; row++) {
    const madeOn = day[row]! - ahead[row]!
    booked = ahead[row]! > 0 && madeOn >= from && madeOn <= until
  }
  return { booked, visited, revenue }
}

/** What became of a campaign, measured against those held out (METRICS §9). */
export async function campaignResults(
  scope: WorkspaceScope,
  campaign: Campaign,
  traces: readonly Trace[],
  columns: Columns,
  today: Day,
): Promise<CampaignResults> {
  const counted = traces.filter(counts)
  const messagesMinor = (await costsOf(scope, [campaign.id])).get(campaign.id) ?? 0
  const redeemedMinor = counted.reduce((sum, { redeemed }) => sum + redeemed, 0)
  const effect = effectOf(counted, messagesMinor + redeemedMinor)
  const closesOn = parseDay(campaign.launchedOn!)! + campaign.plan.windowDays
  const until = knownUntil(columns, today)
  const isEarly = until - parseDay(campaign.launchedOn!)! < EARLY_DAYS
  return {
    launchedOn: campaign.launchedOn!,
    closesOn,
    knownUntil: until,
    verdict: isEarly ? 'early' : verdictOf(effect, until < closesOn),
    effect,
    funnel: funnelOf(counted),
    messagesMinor,
    redeemedMinor,
    by: effectsByAll(counted),
  }
}

/** The effect among the clients of each master, service and quarter by spend. */
export function effectsByAll(counted: readonly Trace[]): CampaignResults['by'] {
  return {
    staff: effectsBy(counted, KEY_OF.staff),
    service: effectsBy(counted, KEY_OF.service),
    band: effectsBy(counted, KEY_OF.band),
  }
}

/** Whether a client is in an arm that is compared. */
export const counts = ({ arm, trouble }: Trace): boolean =>
  arm === 'holdout' || (arm === 'contacted' && trouble !== 'stopped')

export function verdictOf({ contacted, holdout }: WinBackEffect, isOpen: boolean): Verdict {
  if (holdout.clients === 0) return 'noHoldout'
  if (isOpen) return 'open'
  return contacted.clients < FEWEST.contacted || holdout.clients < FEWEST.holdout ? 'small' : 'ready'
}

export function effectOf(traces: readonly Trace[], cost: number): WinBackEffect {
  const armOf = (arm: Trace['arm']): Arm => {
    const own = traces.filter((trace) => trace.arm === arm)
    return {
      clients: own.length,
      visited: own.filter(({ visited }) => visited).length,
      revenue: own.reduce((sum, { revenue }) => sum + revenue, 0),
      revenueSquares: own.reduce((sum, { revenue }) => sum + revenue ** 2, 0),
    }
  }
  return winBackEffect(armOf('contacted'), armOf('holdout'), cost)
}

/** By what results are told apart, and what a client falls under; `null`: nothing is known of it. */
export const GROUPINGS = ['staff', 'service', 'band'] as const
export const KEY_OF: Record<(typeof GROUPINGS)[number], (trace: Trace) => string | null> = {
  staff: ({ staff }) => staff,
  service: ({ service }) => service,
  band: ({ band }) => (band === 0 ? null : String(band)),
}

function effectsBy(traces: readonly Trace[], nameOf: (trace: Trace) => string | null) {
  const groups = new Map<string | null, Trace[]>()
  for (const trace of traces) {
    const key = nameOf(trace)
    const group = groups.get(key)
    if (group) group.push(trace)
    else groups.set(key, [trace])
  }
  return [...groups]
    .map(([key, own]) => ({ key, effect: effectOf(own, 0) }))
    .sort((a, b) => b.effect.contacted.clients - a.effect.contacted.clients)
}

const LEFT: readonly (MessageState | null)[] = LEFT_STATES
const ARRIVED: readonly (MessageState | null)[] = ['delivered', 'read']

/** The steps of those written to; each counts whoever got that far, by whatever way. */
export const FUNNEL = {
  written: ({ arm }: Trace) => arm === 'contacted',
  sent: ({ arm, state }: Trace) => arm === 'contacted' && LEFT.includes(state),
  delivered: ({ arm, state, clicked }: Trace) => arm === 'contacted' && (ARRIVED.includes(state) || clicked),
  clicked: ({ arm, clicked }: Trace) => arm === 'contacted' && clicked,
  booked: ({ arm, booked }: Trace) => arm === 'contacted' && booked,
  visited: ({ arm, visited }: Trace) => arm === 'contacted' && visited,
} as const satisfies Record<string, (trace: Trace) => boolean>

export function funnelOf(traces: readonly Trace[]): CampaignResults['funnel'] {
  const count = (step: keyof typeof FUNNEL) => traces.filter(FUNNEL[step]).length
  return {
    written: count('written'),
    sent: count('sent'),
    delivered: count('delivered'),
    clicked: count('clicked'),
    booked: count('booked'),
    visited: count('visited'),
  }
}
