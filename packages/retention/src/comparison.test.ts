import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Period, parsePeriod } from './calendar.ts'
import { compareStaff, type StaffComparison } from './comparison.ts'
import type { ReturnQuery } from './query.ts'
import { randomFrom } from './random.ts'
import { type Booked, visitsOf } from './testing.ts'
import type { Visits } from './visits.ts'

const BASE: Period = { kind: 'span', from: 100, to: 129 }
const QUERY: ReturnQuery = { base: BASE, filters: [], rule: { kind: 'window', days: 60 }, asOf: 189 }

/** Every service a category of its own. */
function salonOf(booked: readonly Booked[]): Visits {
  const visits = visitsOf(booked)
  return { ...visits, names: { ...visits.names, serviceCategory: visits.names.service } }
}

function compare(booked: readonly Booked[], query = QUERY): StaffComparison {
  const comparison = compareStaff(salonOf(booked), query)
  if ('reason' in comparison) throw new Error(comparison.reason)
  return comparison
}

/** n new clients of a master, the first r of whom return after 20 days. */
function clientsOf(staff: string, service: string, n: number, r: number, from: number, regular = false): Booked[] {
  return Array.from({ length: n }, (_, i) => {
    const client = from + i
    const visits: Booked[] = [{ client, day: 110, staff, service }]
    if (regular) visits.push({ client, day: 50, staff: 'someone', service })
    if (i < r) visits.push({ client, day: 130, staff: 'someone', service })
    return visits
  }).flat()
}

test('the Cochran–Mantel–Haenszel test over newness and category, by hand', () => {
  const booked = [
    ...clientsOf('Ann', 'cut', 20, 8, 0),
    ...clientsOf('Ann', 'cut', 10, 9, 100, true),
    ...clientsOf('Bea', 'cut', 30, 18, 200),
    ...clientsOf('Bea', 'nails', 5, 5, 300),
    ...clientsOf('Cleo', 'cut', 12, 9, 400, true),
  ]
  const { rows } = compare(booked)
  expect(rows.map(({ key, served, returned }) => [key, served, returned])).toEqual([
    ['Bea', 35, 23],
    ['Ann', 30, 17],
    ['Cleo', 12, 9],
  ])
  const ann = rows[1]!
  // cut, new: 20 of 50 clients, 26 returned; cut, returning: 10 of 22, 18 returned
  const mean = (20 * 26) / 50 + (10 * 18) / 22
  const variance = (20 * 30 * 26 * 24) / (50 ** 2 * 49) + (10 * 12 * 18 * 4) / (22 ** 2 * 21)
  expect(ann.z).toBeCloseTo((17 - mean) / Math.sqrt(variance), 12)
  expect(ann.expected).toBeCloseTo((20 * (18 / 30) + 10 * (9 / 12)) / 30, 12)
  expect(ann.rate).toBe(17 / 30)
  expect(ann.verdict).toBe('asExpected')
  expect(ann.strata).toEqual([
    { isNew: true, category: 'cut', served: 20, returned: 8, othersServed: 30, othersReturned: 18 },
    { isNew: false, category: 'cut', served: 10, returned: 9, othersServed: 12, othersReturned: 9 },
  ])
  // nobody else does nails: those five clients say nothing of Bea
  expect(rows[0]!.expected).toBeCloseTo(8 / 20, 12)
})

test('a client counts once, for the master of the main line of the first visit', () => {
  const { rows } = compare([
    { client: 0, day: 100, staff: 'Ann', service: 'cut', revenue: 10 },
    { client: 0, day: 100, staff: 'Bea', service: 'nails', revenue: 20 },
    { client: 0, day: 120, staff: 'Cleo', service: 'cut' },
  ])
  expect(rows).toMatchObject([{ key: 'Bea', served: 1, returned: 1, z: null, expected: null, verdict: 'tooFew' }])
})

test('the window runs from the first visit, a second period is as given', () => {
  const booked = [
    { client: 0, day: 100, staff: 'Ann' },
    { client: 0, day: 161, staff: 'Ann' },
    { client: 1, day: 100, staff: 'Ann' },
    { client: 1, day: 160, staff: 'Ann' },
  ]
  expect(compare(booked).rows[0]).toMatchObject({ served: 2, returned: 1 })
  const rule = { kind: 'period', from: 161, to: 170 } as const
  expect(compare(booked, { ...QUERY, rule }).rows[0]).toMatchObject({ served: 2, returned: 1 })
})

test('verdicts by z, none on fewer than ten clients', () => {
  const against = (n: number, r: number) =>
    compare([...clientsOf('Ann', 'cut', n, r, 0), ...clientsOf('Bea', 'cut', 200, 100, 500)]).rows.find(
      ({ key }) => key === 'Ann',
    )!
  expect(against(9, 0).verdict).toBe('tooFew')
  expect(against(60, 30).verdict).toBe('asExpected')
  expect(against(60, 20)).toMatchObject({ verdict: 'below' })
  expect(against(60, 40)).toMatchObject({ verdict: 'above' })
  expect(against(60, 10)).toMatchObject({ verdict: 'wellBelow' })
  expect(against(60, 50)).toMatchObject({ verdict: 'wellAbove' })
  expect(compare(clientsOf('Ann', 'cut', 30, 0, 0)).rows).toMatchObject([{ z: null, verdict: 'tooFew', shrunk: 0 }])
})

test('nothing before the time is over, nothing of nobody', () => {
  expect(compareStaff(salonOf(clientsOf('Ann', 'cut', 5, 2, 0)), { ...QUERY, asOf: 188 })).toEqual({
    reason: 'notOver',
  })
  expect(compare([])).toEqual({ mean: null, kappa: null, rows: [] })
  const year = parsePeriod('2150')!
  expect(compare(clientsOf('Ann', 'cut', 5, 2, 0), { ...QUERY, base: year, asOf: year.to + 60 }).rows).toEqual([])
})

test('the shrunk rate lies between the rate and the mean, the nearer to it the fewer the clients', () => {
  const masters = fc.array(
    fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(masters, (all) => {
      const booked = all.flatMap(([n, r], i) => clientsOf(`master ${i}`, 'cut', n, r, 1000 * i))
      const { rows, mean } = compare(booked)
      for (const { rate, shrunk } of rows) {
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(rate, mean!) - 1e-12)
        expect(shrunk).toBeLessThanOrEqual(Math.max(rate, mean!) + 1e-12)
      }
    }),
    { numRuns: 60 },
  )
})

/**
 * Masters who do not differ: who comes back depends on the client and the category alone, clients who come often meet
 * several masters, and each master has a mix of their own.
 */
test('masters who do not differ are called different in at most 8 %', () => {
  const random = randomFrom(42)
  let judged = 0
  let different = 0
  for (let salon = 0; salon < 150; salon++) {
    const { rows } = compare(equalMasters(random))
    for (const { verdict } of rows) {
      if (verdict === 'tooFew') continue
      judged++
      if (verdict !== 'asExpected') different++
    }
  }
  expect(judged).toBeGreaterThan(700)
  expect(different / judged).toBeLessThanOrEqual(0.08)
  expect(different / judged).toBeGreaterThan(0.02)
})

function equalMasters(random: () => number): Booked[] {
  const masters = ['Ann', 'Bea', 'Cleo', 'Dora', 'Eve', 'Fay']
  const meanGap: Record<string, number> = { cut: 35, nails: 24, lashes: 60 }
  return Array.from({ length: 350 }, (_, client) => {
    const service = Object.keys(meanGap)[Math.floor(3 * random())]!
    const own = meanGap[service]! * Math.exp(1.2 * (random() - 0.5))
    const regular = random() < 0.5
    // lashes are mostly Eve's and Fay's, and newcomers mostly meet Ann
    const master = () => {
      if (!regular && random() < 0.4) return 'Ann'
      return service === 'lashes' && random() < 0.7
        ? masters[4 + Math.floor(2 * random())]!
        : masters[Math.floor(6 * random())]!
    }
    const visits: Booked[] = []
    let day = regular ? 30 * random() : 100 + 30 * random()
    while (day < 190 && (visits.length === 0 || random() < 0.85)) {
      visits.push({ client, day: Math.floor(day), staff: master(), service })
      day += 1 + own * (0.6 + 0.8 * random())
    }
    return visits
  }).flat()
}
