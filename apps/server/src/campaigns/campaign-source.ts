import { formatDay } from '@comeback/retention'
import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import type { SendingChannel } from '../channels/index.ts'
import type { Database } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import {
  holdMessages,
  type MessageSource,
  type OpenSource,
  type Preparation,
  type Prepared,
} from '../messages/index.ts'
import { messages } from '../messages/tables.ts'
import type { Columns, ColumnsCache } from '../reports/columns.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { openChannelsOf, whyNot } from './audience.ts'
import { gatherCandidates, type KnownCandidate, lookOn } from './gather-audience.ts'
import { giveBonuses } from './give-bonuses.ts'
import { findCampaign, lockCampaign, setCampaign } from './manage-campaigns.ts'
import type { Plan } from './plan.ts'
import type { CampaignPorts } from './ports.ts'
import { mayLeaveFrom } from './quiet-hours.ts'
import { readCampaignSettings } from './settings.ts'
import { type Campaign, campaigns } from './tables.ts'
import { type Field, fillIn, readTemplate, uses } from './template.ts'
import { nextToExpire, valuesOf, wordingOf } from './values.ts'
import { variantFor, variantsOf } from './variants.ts'

interface Deps {
  ports: CampaignPorts
  cache: Pick<ColumnsCache, 'get'>
}

/** What campaigns say and give when a message of theirs is about to leave, and whether it still should. */
export function campaignSource({ ports, cache }: Deps): MessageSource {
  return {
    async open(scope, id): Promise<OpenSource | null> {
      const columns = await cache.get(scope)
      const known = await findCampaign(scope, id).catch((error: unknown) => {
        if (error instanceof AppError) return null
        throw error
      })
      return (
        known && {
          lock: async (inner) => void (await lockCampaign(inner, id)),
          prepare: (inner, channel, ids, now) => prepare(inner, ports, columns, id, channel, ids, now),
        }
      )
    },
    async drained(outer, id) {
      await outer.transaction((scope) => finishIfDone(scope, id))
    },
    async interrupted(outer, id, reason) {
      await outer.transaction(async (scope) => {
        const campaign = await lockCampaign(scope, id)
        await holdMessages(scope, id)
        if (campaign.state === 'sending') await setCampaign(scope, id, { state: 'paused', pausedBecause: reason })
      })
    },
  }
}

async function prepare(
  scope: WorkspaceScope,
  ports: CampaignPorts,
  columns: Columns,
  id: string,
  channel: SendingChannel,
  clientIds: number[],
  now: Date,
): Promise<Preparation> {
  const campaign = await findCampaign(scope, id)
  if (campaign.state === 'paused') return { kind: 'held' }
  const workspace = await readWorkspace(scope)
  const until = mayLeaveFrom(now, workspace, campaign.plan.quiet)
  if (until > now) return { kind: 'later', until }
  const today = todayOf(workspace, now.toTemporalInstant())
  const candidates = await gatherCandidates(scope, ports, lookOn(columns, today), campaign, clientIds)
  const { capMessages } = await readCampaignSettings(scope)
  const byClient = new Map<number, Prepared>()
  const going: KnownCandidate[] = []
  for (const candidate of candidates) {
    const passed = passedOver(candidate, channel, campaign, capMessages)
    if (passed) byClient.set(candidate.clientId, passed)
    else going.push(candidate)
  }
  const ids = going.map(({ clientId }) => clientId)
  await giveBonuses(scope, ports, campaign, ids, formatDay(today))
  for (const [clientId, message] of await write(scope, ports, campaign, channel, going, formatDay(today))) {
    byClient.set(clientId, { kind: 'send', message })
  }
  return { kind: 'ready', byClient }
}

function passedOver(
  candidate: KnownCandidate,
  channel: SendingChannel,
  { plan, state }: Campaign,
  capMessages: number,
): Prepared | null {
  if (state === 'stopped') return { kind: 'skip', reason: 'stopped' }
  const reason = whyNot(candidate, plan, capMessages)
  if (reason) return { kind: 'skip', reason }
  if (openChannelsOf(candidate, plan.channels).includes(channel)) return null
  return { kind: 'notHere', reason: candidate.addresses[channel] ? 'noConsent' : 'noAddress' }
}

async function write(
  scope: WorkspaceScope,
  ports: CampaignPorts,
  { id, plan }: Campaign,
  channel: SendingChannel,
  going: readonly KnownCandidate[],
  today: string,
) {
  const ids = going.map(({ clientId }) => clientId)
  const variants = variantsOf(plan).map(({ language, subject, text }) => {
    return { language, subject: readTemplate(subject), text: readTemplate(text) }
  })
  const parameters = plan.whatsapp?.parameters.map(readTemplate) ?? []
  const has = (field: Field) =>
    [...variants.flatMap(({ text, subject }) => [text, subject]), ...parameters].some((template) =>
      uses(template, field),
    )
  const wording = await wordingOf(scope, plan, today)
  const links = has('link') ? await linksOf(scope, ports, id, plan, ids) : new Map<number, string>()
  const surveys = has('survey') ? await surveysOf(scope, ports, id, ids) : new Map<number, string>()
  const unsubscribe = await ports.unsubscribeLinksFor(scope, ids, channel)
  const balances = has('bonuses') && !plan.bonus ? await ports.balancesOf(scope, ids, today) : new Map<number, number>()
  const expiring =
    has('expiring') || (has('bonusExpires') && !plan.bonus) ? await nextToExpire(scope, ports, ids, today) : null
  return going.map((candidate) => {
    const { clientId, addresses } = candidate
    const own = {
      link: links.get(clientId) ?? '',
      survey: surveys.get(clientId) ?? '',
      balance: balances.get(clientId) ?? 0,
      expiring: expiring?.get(clientId),
    }
    const { language } = variantFor(plan, candidate.contact?.language ?? '')
    const { subject, text } = variants.find((each) => each.language === language)!
    const values = valuesOf(candidate, { ...wording, language }, own)
    const template = channel === 'whatsapp' && plan.whatsapp
    return [
      clientId,
      {
        to: addresses[channel] ?? '',
        subject: subject.parts.length === 0 ? null : fillIn(subject, values),
        text: fillIn(text, values),
        unsubscribeUrl: unsubscribe.get(clientId) ?? null,
        template: template
          ? { ...template, parameters: parameters.map((parameter) => fillIn(parameter, values)) }
          : null,
      },
    ] as const
  })
}

async function linksOf(
  scope: WorkspaceScope,
  ports: Pick<CampaignPorts, 'linksFor' | 'bookingTarget'>,
  id: string,
  { link }: Plan,
  clientIds: number[],
) {
  const target = link.kind === 'booking' ? await ports.bookingTarget(scope) : link
  return await ports.linksFor(scope, { source: { kind: 'campaign', id }, clientIds, target })
}

/** Each client's own address of the survey. */
function surveysOf(
  scope: WorkspaceScope,
  { linksFor }: Pick<CampaignPorts, 'linksFor'>,
  id: string,
  clientIds: number[],
) {
  return linksFor(scope, { source: { kind: 'survey', id }, clientIds, target: { kind: 'request' } })
}

const FINISHED = { state: 'done', finishedAt: sql`now()` } as const

/** Of campaigns that are going out: nothing of theirs waits or is on its way. */
function isDrained(db: Database) {
  const left = db
    .select({ one: sql`1` })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, campaigns.workspaceId),
        eq(messages.sourceId, campaigns.id),
        inArray(messages.state, ['queued', 'sending']),
      ),
    )
  return and(eq(campaigns.state, 'sending'), notExists(left))
}

async function finishIfDone({ db, workspaceId }: WorkspaceScope, id: string) {
  const isIt = and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.id, id))
  await db
    .update(campaigns)
    .set(FINISHED)
    .where(and(isIt, isDrained(db)))
}

/** Ends campaigns anywhere whose last message left just before their server died: no message of theirs brings it up. */
export async function finishDrained(db: Database): Promise<void> {
  await db.update(campaigns).set(FINISHED).where(isDrained(db))
}
