import { type Day, detectableLift, formatDay } from '@comeback/retention'
import type { SendingChannel } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Language } from '../languages.ts'
import type { Columns } from '../reports/columns.ts'
import { salonMoment } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { sortAudience } from './audience.ts'
import { type BaseShare, baseShare } from './base-share.ts'
import { drawArms, strataOf } from './draw.ts'
import { gatherCandidates, type KnownCandidate, type Look, lookOn } from './gather-audience.ts'
import { openChannels } from './open-channels.ts'
import type { Plan } from './plan.ts'
import type { CampaignPorts } from './ports.ts'
import { type Problem, problemsOf } from './problems.ts'
import { readCampaignSettings } from './settings.ts'
import type { SkipReason } from './states.ts'
import type { Campaign } from './tables.ts'
import { bareFields, type Field, fillIn, readTemplate } from './template.ts'
import { valuesOf, type Wording, wordingOf } from './values.ts'
import { variantFor, variantsOf } from './variants.ts'

/** The audience of a campaign as it would be drawn now. */
export interface DrawnAudience {
  contacted: { candidate: KnownCandidate; channels: SendingChannel[] }[]
  holdout: KnownCandidate[]
  skipped: { candidate: KnownCandidate; reason: SkipReason }[]
}

const NOBODY: DrawnAudience = { contacted: [], holdout: [], skipped: [] }

/**
 * Whoever is in one of the groups, once, by id, with the last day they were surely meant on: a list of people who were away
 * knows nothing of who has come since; `null`: whether they have come does not matter.
 */
async function membersOfAll(
  scope: WorkspaceScope,
  ports: Pick<CampaignPorts, 'membersOf' | 'awayOn'>,
  columns: Columns,
  groupIds: readonly string[],
  asOf: Day,
): Promise<Map<number, Day | null>> {
  const members = new Map<number, Day | null>()
  for (const groupId of groupIds) {
    const chosenOn = await ports.awayOn(scope, groupId)
    for (const id of await ports.membersOf(scope, columns, groupId, asOf)) {
      const before = members.get(id)
      members.set(id, before === undefined ? chosenOn : before && chosenOn && Math.max(before, chosenOn))
    }
  }
  return new Map([...members].sort(([a], [b]) => a - b))
}

/** Draws the audience of a campaign as it is at this moment; the same campaign at the same moment is drawn the same. */
export async function drawAudience(
  scope: WorkspaceScope,
  ports: Pick<CampaignPorts, 'membersOf' | 'awayOn' | 'addressesOf'>,
  look: Look,
  campaign: Campaign,
): Promise<DrawnAudience> {
  const { plan, seed } = campaign
  const members = await membersOfAll(scope, ports, look.columns, plan.groupIds, look.asOf)
  const gathered = await gatherCandidates(scope, ports, look, campaign, [...members.keys()])
  const candidates = gathered.map((candidate) => {
    const chosenOn = members.get(candidate.clientId) ?? null
    const cameSince = chosenOn !== null && candidate.summary !== null && candidate.summary.lastVisit > chosenOn
    return cameSince ? { ...candidate, cameMeanwhile: true } : candidate
  })
  const { capMessages } = await readCampaignSettings(scope)
  const { reachable, skipped } = sortAudience(candidates, plan, capMessages)
  const byId = new Map(candidates.map((candidate) => [candidate.clientId, candidate]))
  const people = reachable.map(({ clientId, channels }) => ({ candidate: byId.get(clientId)!, channels }))
  const held = drawArms(strataOf(people.map(({ candidate }) => candidate)), plan.holdoutShare, seed)
  return {
    contacted: people.filter((_, i) => !held[i]),
    holdout: people.flatMap(({ candidate }, i) => (held[i] ? [candidate] : [])),
    skipped: skipped.map(({ clientId, reason }) => ({ candidate: byId.get(clientId)!, reason })),
  }
}

export interface CampaignCheck {
  problems: Problem[]
  /** channels that are set up */
  open: SendingChannel[]
  audience: number
  contacted: number
  holdout: number
  skipped: Partial<Record<SkipReason, number>>
  /** whom each channel is tried for first */
  byChannel: { channel: SendingChannel; clients: number; parts: number; minor: number }[]
  /** what the first channels cost, minor units */
  minor: number
  points: number
  /** how many get the text in each of its languages */
  languages: { language: Language; clients: number }[]
  /** fields without a fallback that are empty for some */
  missing: { field: string; clients: number }[]
  base: BaseShare | null
  /** the smallest lift a campaign of this size would show, 0–1; `null`: none would, or it cannot be said */
  detectable: number | null
}

/** What would happen if the campaign went out now: whom it reaches, whom it does not and why, what it costs and shows. */
export async function checkCampaign(
  scope: WorkspaceScope,
  ports: CampaignPorts,
  columns: Columns,
  campaign: Campaign,
  { today, now }: { today: Day; now: Date },
): Promise<CampaignCheck> {
  const { plan } = campaign
  const workspace = await readWorkspace(scope)
  const look = lookOn(columns, today)
  const open = await openChannels(scope, ports)
  const problems = problemsOf(plan, open, workspace.timeZone, salonMoment(workspace, now))
  const drawn = await drawAudience(scope, ports, look, campaign).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'groupNotFound')) throw error
    problems.push({ code: 'groupGone', value: '' })
    return NOBODY
  })
  const wording = await wordingOf(scope, plan, formatDay(today))
  const audience = drawn.contacted.length + drawn.holdout.length + drawn.skipped.length
  if (plan.groupIds.length > 0 && audience === 0 && drawn !== NOBODY)
    problems.push({ code: 'emptyAudience', value: '' })
  else if (audience > 0 && drawn.contacted.length === 0) problems.push({ code: 'nobodyLeft', value: '' })
  const byChannel = await costs(scope, ports, drawn, plan, wording)
  const daysAway = [...drawn.contacted.map(({ candidate }) => candidate), ...drawn.holdout].flatMap(
    ({ summary }) => summary?.daysSince ?? [],
  )
  const base = baseShare(columns.visits, look.asOf, daysAway, plan.windowDays)
  return {
    problems,
    open,
    audience,
    contacted: drawn.contacted.length,
    holdout: drawn.holdout.length,
    skipped: countReasons(drawn),
    byChannel,
    minor: byChannel.reduce((sum, { minor }) => sum + minor, 0),
    points: (plan.bonus?.points ?? 0) * drawn.contacted.length,
    languages: languagesOf(drawn, plan),
    missing: missingFields(drawn, plan, wording),
    base,
    detectable: base && detectableLift(drawn.contacted.length, drawn.holdout.length, base.share),
  }
}

async function costs(
  scope: WorkspaceScope,
  ports: Pick<CampaignPorts, 'openSender'>,
  { contacted }: DrawnAudience,
  plan: Plan,
  wording: Wording,
) {
  const sums = new Map<SendingChannel, { clients: number; parts: number; minor: number }>()
  const priceOf = new Map<SendingChannel, (text: string) => { parts: number; minor: number }>()
  for (const { candidate, channels } of contacted) {
    const [first] = channels
    if (!first) continue
    const costOf = priceOf.get(first) ?? (await openPrice(scope, ports, first))
    priceOf.set(first, costOf)
    const { parts, minor } = costOf(textFor(candidate, plan, wording))
    const sum = sums.get(first) ?? { clients: 0, parts: 0, minor: 0 }
    sums.set(first, { clients: sum.clients + 1, parts: sum.parts + parts, minor: sum.minor + minor })
  }
  return [...sums].map(([channel, sum]) => ({ channel, ...sum }))
}

async function openPrice(scope: WorkspaceScope, ports: Pick<CampaignPorts, 'openSender'>, channel: SendingChannel) {
  const opened = await ports.openSender(scope, channel)
  await opened?.sender.close()
  return opened ? opened.costOf : () => ({ parts: 0, minor: 0 })
}

function countReasons({ skipped }: DrawnAudience): Partial<Record<SkipReason, number>> {
  const counts: Partial<Record<SkipReason, number>> = {}
  for (const { reason } of skipped) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

/** What has a text by the time the message leaves. */
const ALWAYS_FILLED: Field[] = ['link', 'survey', 'expiring']

function missingFields({ contacted }: DrawnAudience, plan: Plan, wording: Wording) {
  const missing = new Map<Field, number>()
  for (const { candidate } of contacted) {
    const { language, text } = variantFor(plan, candidate.contact?.language ?? '')
    const values = valuesOf(candidate, { ...wording, language })
    for (const field of bareFields(readTemplate(text))) {
      if (!ALWAYS_FILLED.includes(field) && values[field] === '') missing.set(field, (missing.get(field) ?? 0) + 1)
    }
  }
  return [...missing].map(([field, clients]) => ({ field, clients }))
}

function languagesOf({ contacted }: DrawnAudience, plan: Plan) {
  const inEach = Map.groupBy(contacted, ({ candidate }) => variantFor(plan, candidate.contact?.language ?? '').language)
  return variantsOf(plan).map(({ language }) => ({ language, clients: inEach.get(language)?.length ?? 0 }))
}

/** The text as somebody gets it. */
function textFor(candidate: KnownCandidate, plan: Plan, wording: Wording): string {
  const { language, text } = variantFor(plan, candidate.contact?.language ?? '')
  return fillIn(readTemplate(text), valuesOf(candidate, { ...wording, language }))
}
