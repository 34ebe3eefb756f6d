import { beforeAll, expect, test } from 'vitest'
import { describeStores, newScope } from './database/testing.ts'
import { loadDemo } from './demo/index.ts'
import { apiOf } from './testing.ts'

/** What lists do while a model is being fitted: ask again. */
async function settled<Body extends { forecast: string }>(ask: () => Promise<{ body: Body }>): Promise<Body> {
  for (;;) {
    const { body } = await ask()
    if (body.forecast !== 'pending') return body
    await new Promise((done) => setTimeout(done, 100))
  }
}

describeStores('lifetime value and risk of the demo salon', (_fresh, _empty, shared) => {
  let api: ReturnType<typeof apiOf>
  let empty: ReturnType<typeof apiOf>

  beforeAll(async () => {
    const store = await shared()
    const scope = await newScope(store)
    await loadDemo(scope)
    api = apiOf(scope)
    empty = apiOf(await newScope(store))
  })

  test('the model is told with how well it predicted the last 90 days', async () => {
    const { forecast, model, holdOut, totals } = await settled(() => api.get('/reports/lifetime'))
    expect(forecast).toBe('ready')
    expect(model).toMatchObject({ kind: 'mbgcnbd', k: expect.any(Number) })
    expect(holdOut).toMatchObject({ from: '2026-01-06', to: '2026-04-05', misses: false })
    expect(Math.abs(holdOut.predicted / holdOut.happened - 1)).toBeLessThan(0.25)
    expect(totals.clients).toBeGreaterThan(1100)
    expect(totals.alive).toBeLessThan(totals.clients)
  })

  test('clients are counted once by state, and each count opens its list', async () => {
    const { states, dueThisWeek } = await settled(() => api.get('/reports/risk'))
    const { total } = (await api.get('/clients?limit=1')).body
    const counted = states.reduce((sum: number, state: { clients: number }) => sum + state.clients, 0)
    expect(counted).toBe(total)
    for (const { state, clients, value12m } of states) {
      const list = (await api.get(`/clients?state=${state}&limit=1000`)).body
      expect(list.total).toBe(clients)
      expect(list.rows.every((row: { state: string }) => row.state === state)).toBe(true)
      const sum = list.rows.reduce((all: number, row: { value12m: number | null }) => all + (row.value12m ?? 0), 0)
      expect(sum).toBeCloseTo(value12m, 3)
    }
    const { from, to, clients } = dueThisWeek
    const week = (await api.get(`/clients?expected=${from}..${to}&limit=1000`)).body
    expect(week.total).toBe(clients)
    for (const { state, expectedOn } of week.rows) {
      expect(state).not.toBe('booked')
      expect(expectedOn >= from && expectedOn <= to).toBe(true)
    }
  })

  test('lists are ordered by value at risk, can be narrowed to a master, and name a wrong day', async () => {
    const { rows, total } = (await api.get('/clients?state=due&state=atRisk&sort=value12m&desc=true&limit=1000')).body
    const values = rows.map((row: { value12m: number }) => row.value12m)
    expect(values).toEqual([...values].sort((a: number, b: number) => b - a))
    const marta = (await api.get(`/clients?state=due&state=atRisk&staff=${encodeURIComponent('Марта')}`)).body
    expect(marta.total).toBeGreaterThan(0)
    expect(marta.total).toBeLessThan(total)
    expect(marta.rows.every((row: { staff: string }) => row.staff === 'Марта')).toBe(true)
    const { states } = (await api.get(`/reports/risk?staff=${encodeURIComponent('Марта')}`)).body
    const counted = (state: string) => states.find((each: { state: string }) => each.state === state).clients
    expect(counted('due') + counted('atRisk')).toBe(marta.total)
    expect((await api.get('/clients?expected=soon')).body.error.code).toBe('badExpected')
    expect((await api.get('/clients?state=sleeping')).body.error.code).toBe('badRequest')
  })

  test('people behind a number and the client card carry the same forecast', async () => {
    const lost = await settled(() =>
      api.get('/reports/people?base=2025-Q4&return=next&sort=value12m&desc=true&limit=5'),
    )
    expect(lost).toMatchObject({ total: 222, forecast: 'ready' })
    for (const { id, pAlive, value12m } of lost.rows) {
      expect(pAlive).toBeGreaterThan(0)
      expect(pAlive).toBeLessThan(1)
      expect((await api.get(`/clients/${id}`)).body.client).toMatchObject({ pAlive, value12m })
      expect((await api.get(`/clients/${id}`)).body.forecast).toBe('ready')
    }
  })

  test('a file of a list has the forecast in the list’s own order', async () => {
    const ask = 'state=atRisk&sort=value12m&desc=true'
    const { rows } = (await api.get(`/clients?${ask}&limit=1000`)).body
    const columns = 'phone,state,pAlive,expectedVisits12m,value12m'
    const csv = await (await api.app.request(`/exports/clients?${ask}&columns=${columns}&lang=en`)).text()
    const [header, first, ...others] = csv.replace('\uFEFF', '').split('\r\n')
    expect(header).toBe('Phone,State,"Still a client, probability",Expected visits in 12 months,Value at risk')
    expect(others).toHaveLength(rows.length - 1)
    const [phone, state, pAlive, expectedVisits, value] = first!.split(',')
    expect([phone, state]).toEqual([rows[0].phone, 'at risk'])
    expect(pAlive).toBe(String(Number(rows[0].pAlive.toFixed(4))))
    expect(expectedVisits).toBe(String(Number(rows[0].expectedVisits12m.toFixed(2))))
    expect(value).toBe(String(Math.round(rows[0].value12m) / 100))
  })

  test('early in the history there is a reason instead of a forecast', async () => {
    const early = await settled(() => api.get('/reports/lifetime?asOf=2023-04-20'))
    expect(early).toMatchObject({ forecast: 'tooFewClients', model: { reason: 'tooFewClients' }, totals: null })
    for (const path of ['lifetime', 'risk'])
      expect((await empty.get(`/reports/${path}`)).body.error.code).toBe('noData')
  })
})
