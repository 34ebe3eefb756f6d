import { beforeAll, expect, test } from 'vitest'
import type { WorkspaceScope } from './database/index.ts'
import { describePglite, newScope } from './database/testing.ts'
import { loadDemo } from './demo/index.ts'
import type { Actor } from './permissions.ts'
import { apiOf, OWNER } from './testing.ts'

const DECEMBER = 'base=2025-12&return=next'
const MASTER: Actor = { role: 'master', staff: 'Марта', seesContacts: false, locations: null }
const ANALYST: Actor = { role: 'analyst', staff: null, seesContacts: false, locations: null }

/** What a person of the demo salon is shown; the other masters' people and everybody's phones are what must not be. */
describePglite('the demo salon as seen by', (_fresh, _empty, shared) => {
  let scope: WorkspaceScope
  const as = (actor: Actor) => apiOf(scope, actor)
  let owner: ReturnType<typeof apiOf>

  beforeAll(async () => {
    scope = await newScope(await shared())
    await loadDemo(scope)
    owner = as(OWNER)
  })

  test('a master: their own row beside the salon’s rate, without its money', async () => {
    const master = as(MASTER)
    const report = (await master.get(`/reports/retention?${DECEMBER}&by=staff`)).body
    const all = (await owner.get(`/reports/retention?${DECEMBER}&by=staff`)).body
    expect(report.rows).toEqual(all.rows.filter((row: { key: string }) => row.key === 'Марта'))
    expect(report.total).toMatchObject({ rate: all.total.rate, revenue: null })
    const services = (await master.get(`/reports/retention?${DECEMBER}&by=service&filter=staff:Кароліна`)).body
    const own = (await owner.get(`/reports/retention?${DECEMBER}&by=service&filter=staff:Марта`)).body
    expect(services.rows).toEqual(own.rows)
    for (const path of ['comparison', 'flows', 'rebooking', 'curve']) {
      const by = path === 'comparison' || path === 'flows' ? DECEMBER : 'base=2025-12&by=staff'
      const { rows, groups } = (await master.get(`/reports/${path}?${by}`)).body
      const names = (rows ?? groups).map(({ key, staff }: { key?: string; staff?: string }) => key ?? staff)
      expect([path, names]).toEqual([path, ['Марта']])
    }
  })

  test('a master: first names of their own clients, and nobody else’s card', async () => {
    const master = as(MASTER)
    const people = (await master.get(`/reports/people?${DECEMBER}&outcome=served&limit=1000`)).body
    expect(people.total).toBe(31)
    for (const { name, phone, email, birthday, key, revenue } of people.rows) {
      expect(name).toMatch(/^\S+$/)
      expect([phone, email, birthday, key, revenue]).toEqual(['', '', '', '', null])
    }
    const clients = (await master.get('/clients?limit=1000')).body
    const own = new Set(clients.rows.map(({ id }: { id: number }) => id))
    const everybody = (await owner.get('/clients?limit=1000')).body.rows
    const stranger = everybody.find(({ id }: { id: number }) => !own.has(id))
    expect((await master.get(`/clients/${stranger.id}`)).status).toBe(404)
    const card = (await master.get(`/clients/${clients.rows[0].id}`)).body
    expect(card.client).toMatchObject({ birthday: '', nextBirthday: null })
    const staff = new Set(
      card.appointments.flatMap((each: { lines: { staff: string }[] }) => each.lines.map((line) => line.staff)),
    )
    expect([...staff]).toEqual(['Марта'])
    const searched = (await master.get(`/clients?search=${encodeURIComponent(stranger.phone)}&limit=1`)).body
    expect(searched.total).toBe(clients.total)
    const named = (await as({ ...MASTER, seesContacts: true }).get('/clients?limit=1000')).body
    expect(named.rows.some(({ phone }: { phone: string }) => phone.startsWith('+380'))).toBe(true)
    expect(named.rows.some(({ birthday }: { birthday: string }) => birthday.startsWith('19'))).toBe(true)
  })

  test('a master: not the salon’s months, cohorts, forecasts, files or quality', async () => {
    const master = as(MASTER)
    const closed = [
      '/reports/health',
      '/reports/cohorts',
      '/reports/lifetime',
      `/reports/other-tools?${DECEMBER}`,
      '/exports/clients',
      `/exports/people?${DECEMBER}`,
      '/quality',
    ]
    for (const path of closed) expect([path, (await master.get(path)).status]).toEqual([path, 403])
    const nobody = (await as({ ...MASTER, staff: null }).get(`/reports/people?${DECEMBER}&outcome=served`)).body
    expect(nobody.total).toBe(0)
  })

  test('an analyst: every number and no person', async () => {
    const analyst = as(ANALYST)
    const path = `/reports/people?${DECEMBER}&outcome=served&limit=1000`
    const [seen, known] = [(await analyst.get(path)).body, (await owner.get(path)).body]
    expect(seen.total).toBe(known.total)
    for (const [i, row] of seen.rows.entries()) {
      const { name, phone, email, birthday, key, externalId } = row
      expect([name, phone, email, birthday, key, externalId]).toEqual(['', '', '', '', '', ''])
      expect(row.revenue).toBe(known.rows[i].revenue)
    }
    const file = await (await analyst.app.request('/exports/clients?format=csv')).text()
    for (const { phone } of known.rows) expect(phone === '' || !file.includes(phone)).toBe(true)
  })

  test('a person of one location: the salon as if it were that one', async () => {
    const one = as({ ...OWNER, role: 'manager', locations: ['Поділ'] })
    const report = (await one.get(`/reports/retention?${DECEMBER}&by=location`)).body
    expect(report.rows.map(({ key }: { key: string }) => key)).toEqual(['Поділ'])
    expect((await one.get('/workspace')).body.dimensions.locations).toEqual(['Поділ'])
    const mine = (await one.get('/clients?limit=1000')).body
    const everybody = (await owner.get('/clients?limit=1')).body
    expect(mine.total).toBeLessThan(everybody.total)
    for (const { id } of mine.rows.slice(0, 20)) {
      const { appointments } = (await one.get(`/clients/${id}`)).body
      expect(new Set(appointments.map(({ location }: { location: string }) => location))).toEqual(new Set(['Поділ']))
    }
    expect((await one.get('/quality')).status).toBe(403)
  })
})
