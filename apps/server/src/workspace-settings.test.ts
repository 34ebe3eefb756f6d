import { beforeAll, expect, test } from 'vitest'
import { findEvents } from './audit/find-events.ts'
import type { WorkspaceScope } from './database/index.ts'
import { describeStores, newScope } from './database/testing.ts'
import { loadDemo } from './demo/index.ts'
import { apiOf } from './testing.ts'

const PRIVACY = { eraseAfterMonths: null, softOptIn: false }

describeStores('settings of a workspace', (_fresh, _empty, shared) => {
  let api: ReturnType<typeof apiOf>
  let scope: WorkspaceScope

  beforeAll(async () => {
    scope = await newScope(await shared())
    await loadDemo(scope)
    api = apiOf(scope)
  })

  const change = async (body: unknown) => {
    const response = await api.app.request('/workspace', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }

  test('what makes no sense is refused, and nothing of it kept', async () => {
    const { settings } = (await api.get('/workspace')).body
    for (const wrong of [
      { settings: { thresholds: { active: 2, due: 2, atRisk: 3 } } },
      { settings: { regularFromVisit: 1 } },
      { settings: { pastScheduled: 'maybe' } },
      { currency: 'XYZ' },
      { timeZone: 'Europe/Atlantis' },
      { timeZone: '+02:00' },
      { name: 'x'.repeat(81) },
    ]) {
      const { status, body } = await change({ name: 'Інша', ...wrong })
      expect([status, body.error.code]).toEqual([400, 'badRequest'])
    }
    expect((await api.get('/workspace')).body).toMatchObject({ name: 'Салон', settings })
  })

  test('a name and settings are kept; what is not named stays', async () => {
    const thresholds = { active: 1.5, due: 2.5, atRisk: 4 }
    expect((await api.get('/workspace')).body.settings).toEqual({
      pastScheduled: 'completed',
      regularFromVisit: 3,
      thresholds: { active: 1.25, due: 2, atRisk: 3 },
      ...PRIVACY,
    })
    expect((await change({ name: '  Салон на Подолі ', settings: { thresholds } })).body).toEqual({
      ...{ name: 'Салон на Подолі', currency: 'UAH', timeZone: 'Europe/Kyiv' },
      settings: { pastScheduled: 'completed', regularFromVisit: 3, thresholds, ...PRIVACY },
    })
    await change({ settings: { regularFromVisit: 5 } })
    const { name, settings } = (await api.get('/workspace')).body
    expect(name).toBe('Салон на Подолі')
    expect(settings).toEqual({ pastScheduled: 'completed', regularFromVisit: 5, thresholds, ...PRIVACY })
  })

  test('the currency is a name, the time zone moves today and no visit; both are in the log', async () => {
    const before = (await api.get('/reports/health')).body
    const { body } = await change({ currency: 'EUR', timeZone: 'Pacific/Auckland' })
    expect(body).toMatchObject({ currency: 'EUR', timeZone: 'Pacific/Auckland' })
    expect((await api.get('/workspace')).body).toMatchObject({ currency: 'EUR', timeZone: 'Pacific/Auckland' })
    expect((await api.get('/reports/health')).body).toEqual(before)
    const yen = await change({ currency: 'JPY' })
    expect([yen.status, yen.body.error.code]).toEqual([409, 'currencyDecimals'])
    const { events } = await findEvents(scope, {}, 'UTC', { after: null, limit: 1 })
    expect(events[0]).toMatchObject({
      action: 'settings.changed',
      details: {
        currency: { from: 'UAH', to: 'EUR' },
        timeZone: { from: 'Europe/Kyiv', to: 'Pacific/Auckland' },
      },
    })
    await change({ currency: 'UAH', timeZone: 'Europe/Kyiv' })
  })

  test('every number that depends on a setting follows it', async () => {
    const risk = async () => {
      const { states } = (await api.get('/reports/risk')).body
      return Object.fromEntries(states.map((each: { state: string; clients: number }) => [each.state, each.clients]))
    }
    const november = async () =>
      (await api.get('/reports/health')).body.months.find((month: { month: string }) => month.month === '2025-11')
    await change({ settings: { regularFromVisit: 3, thresholds: { active: 1.25, due: 2, atRisk: 3 } } })
    const [before, healthBefore] = [await risk(), await november()]
    await change({ settings: { regularFromVisit: 10, thresholds: { active: 2, due: 3, atRisk: 4 } } })
    const [after, healthAfter] = [await risk(), await november()]
    expect(after.active).toBe(before.active + before.due)
    expect(after.due).toBe(before.atRisk)
    expect(healthAfter.regular).toBeLessThan(healthBefore.regular)
    const { visits } = (await api.get('/workspace')).body.counts
    await change({ settings: { pastScheduled: 'ignored' } })
    expect((await api.get('/workspace')).body.counts.visits).toBeLessThan(visits)
  })
})
