import {
  baseHealth,
  buildVisits,
  CURVE_GROUPINGS,
  cadenceOf,
  cohorts,
  compareStaff,
  fitLifetime,
  flows,
  forecastClients,
  GROUPINGS,
  holdOut,
  type LifetimeModel,
  lifetimeOf,
  lostClients,
  nextPeriodRule,
  otherTools,
  parsePeriod,
  peopleBehind,
  REBOOKING_GROUPINGS,
  rebooking,
  replaceClients,
  retentionReports,
  retentionScreen,
  returnCurve,
  summariseClient,
  type Visits,
} from '@comeback/retention'
import { describe, expect, test } from 'vitest'
import { undefinedPlaces } from './engine.ts'
import { toLineTable } from './line-table.ts'
import { dayOfText } from './reference/calendar.ts'
import type { Line } from './reference/line.ts'

const MAY = dayOfText('2025-05-05')

/** One appointment of one line; what is not said is plain. */
function line(differing: Partial<Line>): Omit<Line, 'appointmentId'> {
  return {
    client: 0,
    day: MAY,
    start: 600,
    status: 'completed',
    bookedDay: null,
    cancelledDay: null,
    staff: 'Марта',
    service: 'Манікюр',
    category: 'Нігті',
    location: null,
    source: null,
    bookedBy: null,
    revenue: 50_000,
    product: false,
    ...differing,
  }
}

const times = (count: number, make: (i: number) => Partial<Line>) =>
  Array.from({ length: count }, (_, i) => line(make(i)))

/** Everybody comes three times, each in a rhythm of their own. */
const regulars = (differing: (i: number) => Partial<Line> = () => ({})) =>
  times(450, (i) => ({ client: i % 150, day: MAY + Math.floor(i / 150) * (10 + (i % 30)), ...differing(i) }))

interface Case {
  lines: Omit<Line, 'appointmentId'>[]
  base?: string
  asOf?: string
}

const CASES: Record<string, Case> = {
  'an empty book': { lines: [] },
  'one client, one visit': { lines: [line({})] },
  'one visit on the day of asking': { lines: [line({})], asOf: '2025-05-05' },
  'all on one day': { lines: times(200, (client) => ({ client })), asOf: '2025-12-31' },
  'all on one day, asked that day': { lines: times(200, (client) => ({ client })), asOf: '2025-05-05' },
  'no prices': { lines: regulars(() => ({ revenue: null })) },
  'everything for nothing': { lines: regulars(() => ({ revenue: 0 })) },
  'prices beyond 32 bits': { lines: regulars((i) => ({ revenue: 1e13 + i })) },
  'a single service, nameless': { lines: regulars(() => ({ service: null, category: null, staff: null })) },
  'everything censored: nobody came twice': { lines: times(300, (client) => ({ client, day: MAY + (client % 20) })) },
  'k not identifiable: all come to the day': {
    lines: times(600, (i) => ({ client: i % 200, day: MAY + 30 * Math.floor(i / 200) })),
    asOf: '2025-08-01',
  },
  'everybody came twice, on neighbouring days': {
    lines: times(400, (i) => ({ client: i % 200, day: MAY + Math.floor(i / 200) })),
  },
  'time not over for anyone': { lines: regulars(), asOf: '2025-05-05' },
  'asked before anything happened': { lines: regulars(), asOf: '2024-01-01' },
  'asked a thousand years later': { lines: regulars(), asOf: '3025-05-05' },
  'before 1970': {
    lines: regulars((i) => ({ day: dayOfText('1905-05-05') + 3 * i })),
    base: '1905-05',
    asOf: '1910-01-01',
  },
  'after 2100': {
    lines: regulars((i) => ({ day: dayOfText('2150-05-05') + 3 * i })),
    base: '2150-05',
    asOf: '2155-01-01',
  },
  'typing errors in years': {
    lines: [
      ...regulars(),
      line({ client: 1, day: dayOfText('0001-01-01') }),
      line({ client: 2, day: dayOfText('9999-12-31') }),
    ],
  },
  'typing errors in years, all of them past': {
    lines: [
      ...regulars(),
      line({ client: 1, day: dayOfText('0001-01-01') }),
      line({ client: 2, day: dayOfText('9999-12-31') }),
    ],
    asOf: '9999-12-31',
  },
  '10,000 masters': {
    lines: times(20_000, (i) => ({
      client: i % 10_000,
      staff: `Master ${i % 10_000}`,
      day: MAY + 28 * Math.floor(i / 10_000),
    })),
    asOf: '2025-08-01',
  },
  'everything cancelled or missed': {
    lines: regulars((i) => (i % 2 ? { status: 'no_show' } : { status: 'cancelled', cancelledDay: MAY - 1 })),
  },
  'everything still to come': {
    lines: regulars(() => ({ status: 'scheduled', bookedDay: MAY - 1 })),
    asOf: '2025-05-01',
  },
  'booked after the visit, cancelled before the booking': {
    lines: regulars((i) => ({
      bookedDay: MAY + 400,
      ...(i % 3 ? {} : { status: 'cancelled', cancelledDay: MAY - 400 }),
    })),
  },
  'nothing but walk-ins': { lines: regulars(() => ({ client: null })) },
  'nothing but products': { lines: regulars(() => ({ product: true })) },
  'nothing but refunds': { lines: regulars(() => ({ revenue: -1 })) },
}

const MODEL: LifetimeModel = {
  kind: 'mbgcnbd',
  k: 3,
  r: 1,
  alpha: 5,
  a: 0.5,
  b: 2,
  logLikelihood: -1,
  p: 2,
  q: 3,
  gamma: 10,
}

/** The answers of every question that takes columns and a day. */
function* answers(visits: Visits, base: string, asOf: number): Iterable<[name: string, answer: unknown]> {
  const period = parsePeriod(base)!
  const rules = [nextPeriodRule(period), { kind: 'window', days: 30 }, { kind: 'window', days: 1 }] as const
  for (const rule of rules) {
    const query = { base: period, rule, filters: [], asOf }
    yield ['report', retentionReports(visits, query, GROUPINGS)]
    yield ['screen', retentionScreen(visits, query, GROUPINGS)]
    yield ['people', peopleBehind(visits, { ...query, by: 'staff' }, { count: 'served', group: 'Марта' })]
    yield ['lost', lostClients(visits, query)]
    yield ['flows', flows(visits, query)]
    yield ['comparison', compareStaff(visits, query)]
    yield ['presets', otherTools(visits, query, { hasPhone: () => true })]
  }
  const selection = { base: period, filters: [], asOf }
  for (const by of CURVE_GROUPINGS) yield [`curve by ${by}`, returnCurve(visits, { ...selection, by })]
  yield ['curve of new clients', returnCurve(visits, { ...selection, by: 'staff', first: true })]
  for (const by of REBOOKING_GROUPINGS) yield [`rebooking by ${by}`, rebooking(visits, { ...selection, by })]
  yield ['cohorts', cohorts(visits, asOf)]
  yield ['health', baseHealth(visits, asOf)]
  const cadence = cadenceOf(visits, asOf)
  yield ['cadence', { ...cadence, meanLogGap: cadence.meanLogGap && [...cadence.meanLogGap] }]
  yield ['clients', Array.from({ length: visits.clients }, (_, client) => summariseClient(visits, cadence, client))]
  for (const model of ['mbgcnbd', 'bgnbd'] as const) {
    const fit = fitLifetime(visits, asOf, { model })
    yield [model, fit]
    yield [`${model} held out`, holdOut(visits, asOf, { model })]
    yield [`${model} forecasts`, [...forecastClients(visits, asOf, 'reason' in fit ? MODEL : fit)]]
  }
  const { model, holdOut: check, withheld } = lifetimeOf(visits, asOf)
  yield ['lifetime', { model, check, withheld }]
}

describe.each(Object.entries(CASES))('%s', (_, { lines, base = '2025-05', asOf = '2025-09-30' }) => {
  const numbered = lines.map((each, appointmentId) => ({ ...each, appointmentId }))
  const clients = lines.reduce((count, { client }) => Math.max(count, (client ?? -1) + 1), 0)
  const visits = buildVisits(toLineTable(numbered, clients))

  test('a defined answer to every question, never NaN, never a throw', () => {
    for (const [name, answer] of answers(visits, base, dayOfText(asOf))) {
      expect(undefinedPlaces(answer, name).slice(0, 5)).toEqual([])
    }
  })

  test('replacing everybody by themselves changes nothing', () => {
    const everybody = Array.from({ length: clients }, (_, client) => client)
    const replaced = replaceClients(visits, [-1, ...everybody], toLineTable(numbered, clients))
    expect({ ...replaced, names: visits.names }).toEqual(visits)
  })
})
