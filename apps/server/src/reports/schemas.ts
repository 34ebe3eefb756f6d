import { CADENCE_STATES, GROUPINGS, OUTCOMES } from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import { pageFields } from '../http/paging.ts'
import { LANGUAGES } from '../languages.ts'
import { Settings, WAITS } from '../workspace/index.ts'
import { FORECAST_STATES } from './forecast.ts'

const day = z.string().openapi({ example: '2026-01-31' })
const count = z.number().int()
const share = z.number().nullable()
const minor = z.number().nullable().openapi({ description: 'minor units of the workspace currency' })
const name = z.string().nullable()

const PeriodAnswer = z.object({ from: day, to: day })

const RuleAnswer = z.union([
  z.object({ kind: z.literal('period'), from: day, to: day }),
  z.object({ kind: z.literal('window'), days: count }),
])

const outcomeCounts = {
  served: count,
  returned: count,
  open: count,
  missed: count,
  outside: count,
  booked: count,
  lost: count,
  rate: share,
}

const RowAnswer = z
  .object({
    key: name,
    ...outcomeCounts,
    rateLow: share,
    rateHigh: share,
    returnedSame: count,
    rateSame: share,
    visits: count,
    revenue: minor,
    averageTicket: minor,
    new: z.object(outcomeCounts),
  })
  .openapi('ReportRow')

const reportFields = {
  asOf: day,
  base: PeriodAnswer,
  rule: RuleAnswer,
  closesOn: day,
  over: z.boolean(),
  mayNotBeNew: z.boolean(),
  by: z.enum(GROUPINGS),
  total: RowAnswer,
  rows: z.array(RowAnswer),
}

const ChangeAnswer = z.object({ difference: z.number(), low: z.number(), high: z.number(), significant: z.boolean() })

export const ReportAnswer = z
  .object({ ...reportFields, previous: z.object({ ...reportFields, change: ChangeAnswer.nullable() }).nullable() })
  .openapi('RetentionReport')

const personFields = {
  id: count,
  key: z.string(),
  externalId: z.string(),
  erased: z.boolean().openapi({ description: 'Their name and contacts were taken away for good' }),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  birthday: z
    .string()
    .openapi({ description: 'YYYY-MM-DD, --MM-DD where the year is not known, empty where nothing is' }),
  firstVisit: day,
  lastVisit: day,
  daysSince: count,
  staff: name,
  service: name,
  visits: count,
  revenue: minor,
  averageTicket: minor,
  expectedGap: z.number().nullable(),
  expectedOn: day.nullable(),
  overdue: z.number().nullable(),
  daysOverdue: count.nullable(),
  state: z.enum(CADENCE_STATES).nullable(),
  pAlive: share.openapi({ description: 'probability that the client has not left for good' }),
  expectedVisits12m: z.number().nullable(),
  value12m: minor.openapi({ description: 'expected revenue of the next 12 months, minor units' }),
}

export const PersonAnswer = z.object(personFields).openapi('Person')

export const PersonBehindAnswer = z
  .object({ ...personFields, outcome: z.enum(OUTCOMES), anchor: day, isNew: z.boolean() })
  .openapi('PersonBehind')

export const peoplePage = <T extends z.ZodType>(person: T) =>
  z.object({
    total: count,
    forecast: z.enum(FORECAST_STATES).openapi({ description: 'whether the rows carry forecasts, and why not' }),
    rows: z.array(person),
    ...pageFields,
  })

export const FlowsAnswer = z
  .object({
    staff: z.array(name),
    rows: z.array(
      z.object({
        staff: name,
        stayed: count,
        moved: count,
        missed: count,
        open: count,
        to: z.array(z.object({ staff: name, clients: count })),
      }),
    ),
  })
  .openapi('Flows')

export const WorkspaceAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    country: z.string(),
    isDemo: z.boolean(),
    practiceDay: z.iso.date().nullable().openapi({ description: 'Of a practice salon: the day it is there' }),
    waits: z
      .object({ for: z.enum(WAITS), since: z.iso.datetime() })
      .nullable()
      .openapi({
        description:
          'What an owner has to say go to: `restored`, a copy from a backup, of which nothing is sent; `date`, the clock has jumped since then, and nothing ends by date',
      }),
    settings: Settings,
    firstDay: day.nullable(),
    dataThrough: day.nullable(),
    asOf: day.nullable(),
    daysBehind: count.openapi({
      description:
        'Days from `asOf` to the salon’s today; 0 in the demo and in practice salons, which have a day of their own',
    }),
    shortHistory: z.boolean(),
    counts: z.object({ clients: count, appointments: count, lines: count, visits: count }),
    activeImport: count.nullable(),
    dimensions: z.object({
      staff: z.array(z.string()),
      services: z.array(z.string()),
      categories: z.array(z.string()),
      locations: z.array(z.string()),
      sources: z.array(z.string()),
      bookers: z.array(z.string()).openapi({ description: 'who makes bookings; empty where the data names nobody' }),
    }),
  })
  .openapi('Workspace')

export const ClientCardAnswer = z
  .object({
    forecast: z.enum(FORECAST_STATES),
    client: z.object({
      ...personFields,
      source: name,
      language: z.enum([...LANGUAGES, '']).openapi({ description: 'They read; empty: not known' }),
      nextBirthday: z
        .object({ on: day, inDays: count, turns: count.nullable() })
        .nullable()
        .openapi({ description: 'null: not known, not for you to see, or a date that is surely not their birthday' }),
    }),
    appointments: z.array(
      z.object({
        day,
        time: z.string().nullable().openapi({ example: '14:30' }),
        status: z.enum(['blank', 'completed', 'scheduled', 'cancelled', 'no_show']),
        location: name,
        bookedDay: day.nullable(),
        lines: z.array(
          z.object({
            staff: name,
            service: name,
            category: name,
            price: minor,
            discount: minor,
            revenue: minor,
            product: z.boolean(),
          }),
        ),
      }),
    ),
    visitDays: z.array(day),
  })
  .openapi('ClientCard')
