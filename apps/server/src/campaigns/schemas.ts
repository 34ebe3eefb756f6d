import { z } from '@hono/zod-openapi'
import { pageFields } from '../http/paging.ts'
import { rowIdParam } from '../http/row-id.ts'
import { LANGUAGES } from '../languages.ts'
import { MESSAGE_STATES, SENDING_CHANNELS } from '../messages/index.ts'
import { Plan } from './plan.ts'
import { PROBLEMS } from './problems.ts'
import { GROUPINGS, VERDICTS } from './results.ts'
import { CAMPAIGN_STATES, PASSED_OVER } from './states.ts'
import { FIELDS } from './template.ts'

const count = z.number().int()
const share = z.number().nullable()
const minor = z.number().openapi({ description: 'minor units of the workspace currency' })
const moment = z.iso.datetime()
const day = z.string().openapi({ example: '2026-01-31' })
const channel = z.enum(SENDING_CHANNELS)
const name = z.string().trim().min(1).max(120)

export const CampaignParam = z.object({ id: z.uuid() })
export const PreviewParam = z.object({ id: z.uuid(), clientId: rowIdParam })

export const NewCampaignBody = z.object({ name, plan: Plan.partial().optional() }).openapi('NewCampaign')

const version = count.openapi({ description: 'The version one has looked at' })

export const CampaignChangeBody = z
  .object({ version, name: name.optional(), plan: Plan.partial().optional() })
  .openapi('CampaignChange')

export const VersionBody = z.object({ version }).openapi('CampaignVersion')

export const TestBody = z
  .object({
    channel,
    to: z.string().trim().min(3).max(200).openapi({ example: 'olena@salon.example' }),
    clientId: count.nullable().openapi({ description: 'As this client would get it; null: with empty fields' }),
  })
  .openapi('CampaignTest')

export const TestAnswer = z
  .object({ outcome: z.enum(['sent', 'failed', 'unknown']), detail: z.string(), text: z.string() })
  .openapi('CampaignTestOutcome')

export const AgainBody = z
  .object({ state: z.enum(['unknown', 'failed']).openapi({ description: 'Which of them to send again' }) })
  .openapi('CampaignAgain')

export const skipped = z.partialRecord(z.enum(PASSED_OVER), count)

export const CampaignAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    plan: Plan,
    version: count,
    preparedBy: z.string(),
    sentBy: z.string().nullable(),
    approvedBy: z.string().nullable(),
    createdAt: moment,
    startsAt: moment.nullable(),
    launchedAt: moment.nullable(),
    launchedOn: day.nullable(),
    finishedAt: moment.nullable(),
    pausedBecause: z.enum(['notSetUp']).nullable(),
    automationId: z.uuid().nullable().openapi({ description: 'The automation whose run this is' }),
    counts: z
      .object({
        contacted: count,
        holdout: count,
        skipped,
        messages: z.partialRecord(z.enum(MESSAGE_STATES), count),
      })
      .nullable()
      .openapi({ description: 'null until it is launched' }),
  })
  .openapi('Campaign')

export const CampaignsAnswer = z.object({ campaigns: z.array(CampaignAnswer), ...pageFields }).openapi('Campaigns')

export const AgainAnswer = z.object({ campaign: CampaignAnswer, again: count }).openapi('CampaignSentAgain')

export const CheckAnswer = z
  .object({
    open: z.array(channel).openapi({ description: 'Channels that are set up' }),
    problems: z.array(z.object({ code: z.enum(PROBLEMS), value: z.string() })),
    audience: count,
    contacted: count,
    holdout: count,
    skipped,
    byChannel: z.array(z.object({ channel, clients: count, parts: count, minor })),
    minor,
    points: count,
    languages: z
      .array(z.object({ language: z.enum(LANGUAGES), clients: count }))
      .openapi({ description: 'How many get the text in each of its languages' }),
    missing: z.array(z.object({ field: z.string(), clients: count })),
    base: z
      .object({ share: z.number(), clients: count })
      .nullable()
      .openapi({ description: 'How many comparable clients came by themselves; null: too short a history' }),
    detectable: share.openapi({ description: 'The smallest lift this audience could show, 0–1' }),
  })
  .openapi('CampaignCheck')

export const PreviewAnswer = z
  .object({
    name: z.string(),
    language: z.enum(LANGUAGES).openapi({ description: 'In which of the texts they get it' }),
    values: z.record(z.enum(FIELDS), z.string()),
    channels: z.array(channel).openapi({ description: 'By which they can be reached, in the order of the campaign' }),
  })
  .openapi('CampaignPreview')

/** Query of people who fall under one key of the tables of results. */
export const onlyParams = {
  by: z.enum(GROUPINGS).optional().openapi({ description: 'Only those under one key of this grouping' }),
  key: z.string().max(300).optional().openapi({ description: 'The key; absent: of whom nothing is known' }),
}

/** Whom such a query asks for; `null`: everybody. */
export const onlyOf = ({ by, key }: { by?: (typeof GROUPINGS)[number] | undefined; key?: string | undefined }) =>
  by ? { by, key: key ?? null } : null

export const CELLS = [
  'audience',
  'contacted',
  'holdout',
  'skipped',
  'sent',
  'delivered',
  'clicked',
  'booked',
  'visited',
  'holdoutVisited',
  'failed',
  'unknown',
  'waiting',
] as const
export type CampaignCell = (typeof CELLS)[number]

export const PersonAnswer = z
  .object({
    id: count,
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    lastVisit: day.nullable(),
    staff: z.string().nullable(),
    service: z.string().nullable(),
    arm: z.enum(['contacted', 'holdout', 'skipped']),
    reason: z.string().nullable(),
    channel: z.string().nullable(),
    state: z.enum(MESSAGE_STATES).nullable(),
    detail: z.string().nullable(),
    clicked: z.boolean(),
    booked: z.boolean(),
    visited: z.boolean(),
    revenue: minor.nullable(),
  })
  .openapi('CampaignPerson')

export const PeopleAnswer = z
  .object({ total: count, people: z.array(PersonAnswer), ...pageFields })
  .openapi('CampaignPeople')

const arm = z.object({ clients: count, visited: count, revenue: minor, share, low: share, high: share })
const interval = { low: z.number(), high: z.number() }

const EffectAnswer = z
  .object({
    contacted: arm,
    holdout: arm,
    lift: z.object({ difference: z.number(), ...interval }).nullable(),
    p: share,
    incrementalVisits: z.object({ expected: z.number(), ...interval }).nullable(),
    incrementalRevenue: z.number().nullable(),
    incrementalRevenueRange: z
      .object(interval)
      .nullable()
      .openapi({ description: '95 % interval; null when fewer than 2 clients of an arm came' }),
    cost: minor,
    returnOnSpend: z.number().nullable(),
  })
  .openapi('WinBackEffect')

const effects = z.array(z.object({ key: z.string().nullable(), effect: EffectAnswer }))

/** What both a campaign's and an automation's results are made of. */
export const measured = {
  effect: EffectAnswer,
  funnel: z.object({ written: count, sent: count, delivered: count, clicked: count, booked: count, visited: count }),
  messagesMinor: minor,
  redeemedMinor: minor,
  by: z.object({ staff: effects, service: effects, band: effects }),
}

export const ResultsAnswer = z
  .object({
    launchedOn: day,
    closesOn: day,
    knownUntil: day,
    verdict: z.enum(VERDICTS).openapi({
      description:
        'early: less than a week of the window is known, too early to say; open: the window is not over; small: too few people',
    }),
    ...measured,
  })
  .openapi('CampaignResults')

export const AllResultsAnswer = z
  .object({
    campaigns: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        launchedOn: day,
        closesOn: day,
        verdict: z.enum(VERDICTS),
        effect: EffectAnswer,
      }),
    ),
    pooled: z.object({
      campaigns: count,
      contacted: count,
      visited: count,
      incremental: z.object({ expected: z.number(), ...interval }).nullable(),
      incrementalRevenue: z.number().nullable(),
      cost: minor,
    }),
  })
  .openapi('AllCampaignResults')
