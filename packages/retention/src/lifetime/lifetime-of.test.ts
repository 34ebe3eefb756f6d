import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { visitsOf } from '../testing.ts'
import { forecastClients } from './forecast.ts'
import { lifetimeOf } from './lifetime-of.ts'

const DAYS = 720

/** Clients who come about monthly from a day of their own up to `until`, and pay. */
function regulars(clients: number, until: number) {
  const random = randomFrom(5)
  return Array.from({ length: clients }, (_, client) => {
    const days: number[] = []
    for (let day = Math.floor(random() * 600); day <= until; day += 20 + Math.floor(random() * 20)) {
      days.push(day)
      if (random() < 0.1) break
    }
    return days.map((day) => ({ client, day, revenue: 50_000 + Math.floor(random() * 50_000) }))
  }).flat()
}

test('forecasts stand by client number, none for clients not seen yet', () => {
  const visits = visitsOf([...regulars(300, DAYS), { client: 300, day: DAYS + 5 }])
  const lifetime = lifetimeOf(visits, DAYS)
  expect(lifetime.withheld).toBeNull()
  if ('reason' in lifetime.model) throw new Error(lifetime.model.reason)
  const forecasts = forecastClients(visits, DAYS, lifetime.model)
  for (const [client, forecast] of forecasts) {
    expect(lifetime.pAlive[client]).toBe(forecast.pAlive)
    expect(lifetime.expectedVisits12m[client]).toBe(forecast.expectedVisits12m)
    expect(lifetime.value12m[client]).toBe(forecast.value12m)
  }
  expect(forecasts.size).toBe(300)
  expect(lifetime.pAlive[300]).toBeNaN()
  expect(lifetime.holdOut).toMatchObject({ from: DAYS - 89, to: DAYS, misses: false })
})

test('a model that misses what happened is withheld, and says why', () => {
  const closedForTheSummer = visitsOf(regulars(300, DAYS - 90))
  const lifetime = lifetimeOf(closedForTheSummer, DAYS)
  expect(lifetime.holdOut).toMatchObject({ happened: 0, misses: true })
  expect(lifetime.withheld).toBe('modelMisses')
  expect(lifetime.model).toMatchObject({ kind: 'mbgcnbd' })
  expect(lifetime.pAlive.every(Number.isNaN)).toBe(true)
})

test('without enough clients there is a reason and no number', () => {
  const lifetime = lifetimeOf(visitsOf(regulars(60, DAYS)), DAYS)
  expect(lifetime.withheld).toBe('tooFewClients')
  expect(lifetime.holdOut).toEqual({ reason: 'tooFewClients' })
  expect(lifetime.value12m.every(Number.isNaN)).toBe(true)
})
