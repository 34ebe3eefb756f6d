import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { type Booked, visitsOf } from '../testing.ts'
import { fitLifetime, type LifetimeModel } from './fit-lifetime.ts'
import { forecastClients, predict } from './forecast.ts'
import { holdOut } from './hold-out.ts'
import { repeatStatistics } from './repeat-statistics.ts'
import { simulate } from './testing.ts'
import { repeatTickets } from './tickets.ts'

const TRUTH = { k: 3, r: 2, alpha: 2.3, a: 0.5, b: 3 }

/** A salon of regular clients over `days` days from day 0, each coming first on a day of its own. */
function salon(clients: number, days: number, seed: number, revenue?: (random: () => number) => number): Booked[] {
  const random = randomFrom(seed)
  return Array.from({ length: clients }, (_, client) => {
    const first = Math.floor((days - 1) * random())
    const visits = new Set(simulate('mbgcnbd', TRUTH, (days - first) / 7, random).map((week) => Math.round(7 * week)))
    return [...visits].map((day) => ({ client, day: first + day, ...(revenue && { revenue: revenue(random) }) }))
  }).flat()
}

function fitted(booked: Booked[], asOf: number, model?: 'bgnbd'): LifetimeModel {
  const fit = fitLifetime(visitsOf(booked), asOf, model ? { model } : {})
  if ('reason' in fit) throw new Error(fit.reason)
  return fit
}

function everyNumberIsFinite(value: object): boolean {
  return Object.values(value).every((each) => typeof each !== 'number' || Number.isFinite(each))
}

test('repeat statistics count distinct days up to the as-of date, in weeks', () => {
  const visits = visitsOf([
    { client: 0, day: -14 },
    { client: 0, day: 0 },
    { client: 0, day: 0 },
    { client: 0, day: 7 },
    { client: 0, day: 30 },
    { client: 1, day: 29 },
    { client: 2, day: 21 },
  ])
  const { client, x, tx, T, logGaps } = repeatStatistics(visits, 21)
  expect([...client]).toEqual([0, 2])
  expect([...x]).toEqual([2, 0])
  expect([...tx]).toEqual([3, 0])
  expect([...T]).toEqual([5, 0])
  expect([...logGaps]).toEqual([Math.log(2), 0])
})

test('tickets are the repeat days with revenue, in major units', () => {
  const visits = visitsOf([
    { client: 0, day: 0, revenue: 99_900 },
    { client: 0, day: 5, revenue: 1000 },
    { client: 0, day: 5, revenue: 500 },
    { client: 0, day: 6 },
    { client: 0, day: 7, revenue: 0 },
    { client: 0, day: 8, revenue: 2500 },
    { client: 0, day: 9, revenue: 700 },
    { client: 1, day: 0, revenue: 100 },
  ])
  const { count, mean } = repeatTickets(visits, 8, 100)
  expect([...count]).toEqual([2, 0])
  expect([...mean]).toEqual([20, 0])
})

test('says why there is no model', () => {
  const once = (clients: number) => Array.from({ length: clients }, (_, client) => ({ client, day: client % 50 }))
  expect(fitLifetime(visitsOf([]), 10)).toEqual({ reason: 'tooFewClients' })
  expect(fitLifetime(visitsOf(once(99)), 60)).toEqual({ reason: 'tooFewClients' })
  expect(fitLifetime(visitsOf(once(100)), 60)).toEqual({ reason: 'tooFewRepeaters' })
  const again = Array.from({ length: 49 }, (_, client) => ({ client, day: 55 }))
  expect(fitLifetime(visitsOf([...once(100), ...again]), 60)).toEqual({ reason: 'tooFewRepeaters' })
  expect(fitLifetime(visitsOf([...once(100), ...again, { client: 49, day: 55 }]), 54)).toEqual({
    reason: 'tooFewRepeaters',
  })
  expect(fitLifetime(visitsOf([...once(100), ...again, { client: 49, day: 55 }]), 60)).toMatchObject({
    kind: 'mbgcnbd',
  })
})

test.each([
  ['everybody came twice on the same two days', (client: number) => [0, 1, client % 2]],
  ['everybody comes every day', () => Array.from({ length: 60 }, (_, day) => day)],
  ['like clockwork', (client: number) => Array.from({ length: 1 + (client % 9) }, (_, i) => (client % 7) + 28 * i)],
  ['half once, half for ever', (client: number) => (client % 2 ? [3] : [0, 50, 100, 150, 200, 250, 300])],
])(
  '%s: the answer is finite',
  (_, daysOf) => {
    const booked = Array.from({ length: 120 }, (_, client) => daysOf(client).map((day) => ({ client, day }))).flat()
    const visits = visitsOf(booked)
    const asOf = visits.dataThrough
    for (const model of ['mbgcnbd', 'bgnbd'] as const) {
      const fit = fitLifetime(visits, asOf, { model })
      if ('reason' in fit) {
        expect(fit.reason).toBe('notIdentifiable')
        continue
      }
      expect(everyNumberIsFinite(fit)).toBe(true)
      for (const forecast of forecastClients(visits, asOf, fit).values()) {
        expect(everyNumberIsFinite(forecast)).toBe(true)
        expect(forecast.pAlive).toBeGreaterThanOrEqual(0)
        expect(forecast.pAlive).toBeLessThanOrEqual(1)
        expect(forecast.expectedVisits12m).toBeLessThanOrEqual(366)
      }
    }
  },
  120_000,
)

test('values are expected visits times the expected ticket; without prices there are none', () => {
  const priced = salon(400, 500, 1, (random) => 50_000 + Math.round(40_000 * random()))
  const visits = visitsOf(priced)
  const model = fitted(priced, 500)
  const forecasts = forecastClients(visits, 500, model)
  expect(forecasts.size).toBe(400)
  const { client, x, tx, T } = repeatStatistics(visits, 500)
  client.forEach((each, i) => {
    const { pAlive, expectedVisits12m, value12m } = forecasts.get(each)!
    expect({ pAlive, expectedVisits12m }).toEqual(predict(model, x[i]!, tx[i]!, T[i]!))
    expect(value12m! / expectedVisits12m).toBeGreaterThan(50_000)
    expect(value12m! / expectedVisits12m).toBeLessThan(90_000)
  })
  const stranger = [...client].find((_, i) => x[i] === 0)!
  const { p, q, gamma } = model
  const mean = (100 * p! * gamma!) / (q! - 1)
  const { value12m, expectedVisits12m } = forecasts.get(stranger)!
  expect(value12m! / expectedVisits12m / mean).toBeCloseTo(1, 10)

  const free = fitted(
    priced.map(({ client, day }) => ({ client, day })),
    500,
  )
  expect(free).toMatchObject({ p: null, q: null, gamma: null, k: model.k })
  const unpriced = forecastClients(visits, 500, free)
  expect(unpriced.get(stranger)).toMatchObject({ value12m: null, expectedVisits12m })
  const wild = forecastClients(visits, 500, { ...model, q: 1 })
  expect([...wild.values()].every((each) => each.value12m === null)).toBe(true)
})

test('a discount rate makes later visits worth less, by at most a year of it', () => {
  const booked = salon(300, 500, 2, () => 60_000)
  const model = fitted(booked, 500)
  const plain = forecastClients(visitsOf(booked), 500, model)
  const discounted = forecastClients(visitsOf(booked), 500, model, { discountRate: 0.2 })
  for (const [client, { value12m }] of plain) {
    const share = discounted.get(client)!.value12m! / value12m!
    expect(share).toBeGreaterThan(1 / 1.2)
    expect(share).toBeLessThan(1)
  }
})

test('only clients known by the as-of date are fitted and forecast', () => {
  const booked = salon(400, 500, 3)
  const early = booked.filter(({ day }) => day <= 400)
  expect(fitted(booked, 400)).toEqual(fitted(early, 400))
  const model = fitted(early, 400)
  expect(forecastClients(visitsOf(booked), 400, model)).toEqual(forecastClients(visitsOf(early), 400, model))
})

test('the hold-out check counts what happened and trusts a model that holds', () => {
  const booked = salon(1500, 700, 4)
  const check = holdOut(visitsOf(booked), 700)
  if ('reason' in check) throw new Error(check.reason)
  const before = booked.filter(({ day }) => day <= 610)
  const known = new Set(before.map(({ client }) => client))
  const happened = booked.filter(({ client, day }) => day > 610 && day <= 700 && known.has(client)).length
  expect(check).toMatchObject({ from: 611, to: 700, clients: known.size, happened, misses: false })
  expect(Math.abs(check.predicted / happened - 1)).toBeLessThan(0.1)
})

test('the hold-out check distrusts a model the salon has left behind', () => {
  const closed = salon(1500, 700, 5).filter(({ day }) => day <= 620)
  expect(holdOut(visitsOf(closed), 700)).toMatchObject({ misses: true })
  expect(holdOut(visitsOf(closed.slice(0, 50)), 700)).toEqual({ reason: 'tooFewClients' })
})
