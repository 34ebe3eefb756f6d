import { expect, test } from 'vitest'
import { dayOf, parsePeriod } from './calendar.ts'
import { type CurveQuery, returnCurve } from './curve.ts'
import { randomFrom } from './random.ts'
import { type Booked, visitsOf } from './testing.ts'

const BASE = parsePeriod('2025-03')!
const MARCH = BASE.from
const query = (more: Partial<CurveQuery> = {}): CurveQuery => ({
  base: BASE,
  filters: [],
  by: 'all',
  asOf: MARCH + 59,
  ...more,
})

/** Ann of Marta back after 10 days, Eve of Marta never, Kim of Olga back after 20 days, Zoe new on the 6th, not back. */
const SALON: Booked[] = [
  { client: 0, day: MARCH - 30, staff: 'Olga', service: 'Cut' },
  { client: 0, day: MARCH, staff: 'Marta', service: 'Cut', revenue: 500 },
  { client: 0, day: MARCH, staff: 'Olga', service: 'Tint', revenue: 300 },
  { client: 0, day: MARCH + 10, staff: 'Olga', service: 'Cut' },
  { client: 1, day: MARCH - 1, staff: 'Marta', service: 'Cut' },
  { client: 1, day: MARCH + 9, staff: 'Marta', service: 'Cut' },
  { client: 2, day: MARCH + 2, staff: 'Olga', service: 'Tint' },
  { client: 2, day: MARCH + 22, staff: 'Olga', service: 'Tint' },
  { client: 3, day: MARCH + 5, staff: 'Olga', service: 'Cut' },
]

test('each served client once, from the first matching visit to the next one anywhere', () => {
  const { exactUpTo, groups, logRank } = returnCurve(visitsOf(SALON), query())
  expect(exactUpTo).toBe(29)
  expect(logRank).toBeNull()
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ key: null, n: 4, events: 2, median: 20 })
  expect(groups[0]!.points.map(({ t, atRisk, events, censored, returned }) => [t, atRisk, events, censored, returned]))
    // Eve is watched for 50 days, Zoe for 54.
    .toEqual([
      [10, 4, 1, 0, 0.25],
      [20, 3, 1, 0, 0.5],
      [50, 2, 0, 1, 0.5],
      [54, 1, 0, 1, 0.5],
    ])
  const [first] = groups[0]!.points
  expect(first!.low).toBeLessThan(0.25)
  expect(first!.high).toBeGreaterThan(0.25)
})

test('the group is that of the main line among the matching ones', () => {
  const visits = visitsOf(SALON)
  const sizes = (more: Partial<CurveQuery>) => returnCurve(visits, query(more)).groups.map(({ key, n }) => [key, n])
  expect(sizes({ by: 'staff' })).toEqual([
    ['Marta', 2],
    ['Olga', 2],
  ])
  // Of Ann's visit only the tint of Olga's matches.
  expect(sizes({ by: 'staff', filters: [{ field: 'service', values: ['Tint'] }] })).toEqual([['Olga', 2]])
  expect(sizes({ by: 'newness' })).toEqual([
    ['new', 2],
    ['returning', 2],
  ])
  expect(sizes({ by: 'firstMonth' })).toEqual([
    ['2025-03', 2],
    ['2025-01', 1],
    ['2025-02', 1],
  ])
  expect(sizes({ by: 'source', filters: [{ field: 'newness', values: ['new'] }] })).toEqual([[null, 2]])
})

test('from first visits: only clients whose first visit ever lies in the base period and matches', () => {
  const visits = visitsOf([
    ...SALON,
    { client: 4, day: MARCH, staff: 'Olga' },
    { client: 4, day: MARCH + 3, staff: 'Marta' },
  ])
  const byStaff = (filters: CurveQuery['filters']) =>
    returnCurve(visits, query({ by: 'staff', first: true, filters })).groups.map(({ key, n }) => [key, n])
  expect(byStaff([])).toEqual([['Olga', 3]])
  expect(byStaff([{ field: 'staff', values: ['Marta'] }])).toEqual([])
})

test('two groups are compared', () => {
  const { logRank } = returnCurve(visitsOf(SALON), query({ by: 'staff' }))
  expect(logRank).toMatchObject({ df: 1 })
  // O − E of Marta's two: 1 − 2/4 − 1/3; variance 1/4 + 2/9
  expect(logRank!.chi2).toBeCloseTo((1 - 1 / 2 - 1 / 3) ** 2 / (1 / 4 + 2 / 9), 12)
})

test('as of an earlier day the return is not known yet', () => {
  const { groups, exactUpTo } = returnCurve(visitsOf(SALON), query({ asOf: MARCH + 9 }))
  expect(exactUpTo).toBe(0)
  expect(groups).toMatchObject([{ n: 4, events: 0, median: null }])
  expect(groups[0]!.points.map(({ t, censored, returned, low }) => [t, censored, returned, low])).toEqual([
    [0, 1, 0, null],
    [4, 1, 0, null],
    [7, 1, 0, null],
    [9, 1, 0, null],
  ])
})

test.each<[string, Booked[], number]>([
  ['no visits at all', [], MARCH + 59],
  ['as-of before the base period', SALON, MARCH - 10],
  ['as-of before the data', SALON, dayOf(1950, 1, 1)],
  ['a base period without visits', [{ client: 0, day: dayOf(2150, 1, 1) }], dayOf(2150, 2, 1)],
])('%s: no groups', (_, booked, asOf) => {
  for (const by of ['all', 'staff', 'firstMonth'] as const)
    for (const first of [false, true])
      expect(returnCurve(visitsOf(booked), query({ asOf, by, first }))).toMatchObject({ groups: [], logRank: null })
})

test('one client, one visit, on the last day known', () => {
  const { groups } = returnCurve(visitsOf([{ client: 0, day: MARCH }]), query({ asOf: MARCH }))
  expect(groups).toEqual([
    {
      key: null,
      n: 1,
      events: 0,
      median: null,
      points: [{ t: 0, atRisk: 1, events: 0, censored: 1, returned: 0, low: null, high: null }],
    },
  ])
})

test('recovers the true time to return where it says it is exact', () => {
  // Gaps are Weibull (shape 2, scale 35) rounded up, and after each visit one client in five leaves for good.
  const stays = 0.8
  const truth = (t: number) => stays * (1 - Math.exp(-((t / 35) ** 2)))
  const random = randomFrom(2025)
  const booked: Booked[] = []
  for (let client = 0; client < 12_000; client++) {
    let day = MARCH - Math.floor(random() * 200)
    while (day <= MARCH + 120) {
      booked.push({ client, day })
      if (random() > stays) break
      day += Math.ceil(35 * Math.sqrt(-Math.log(1 - random())))
    }
  }
  const { groups, exactUpTo } = returnCurve(visitsOf(booked), query({ asOf: MARCH + 120 }))
  const [{ n, points }] = groups as [(typeof groups)[0]]
  expect(exactUpTo).toBe(90)
  expect(n).toBeGreaterThan(3000)
  // Dvoretzky–Kiefer–Wolfowitz: nobody is censored before, so at 99.9 % no point is further off than this.
  const bound = Math.sqrt(Math.log(2 / 0.001) / (2 * n))
  const exact = points.filter(({ t }) => t <= exactUpTo)
  expect(exact.length).toBeGreaterThan(80)
  for (const { t, returned } of exact) expect(Math.abs(returned - truth(t))).toBeLessThan(bound)
  const covered = exact.filter(({ t, low, high }) => low !== null && low <= truth(t) && truth(t) <= high!)
  expect(covered.length / exact.length).toBeGreaterThan(0.8)
})
