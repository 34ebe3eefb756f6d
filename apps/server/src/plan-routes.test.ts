import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { openApp } from './accounts/testing.ts'
import { bookable, storeBook } from './book/index.ts'
import { bookOf } from './book/testing.ts'
import type { DriverStore } from './database/index.ts'
import { workspaces } from './database/tables.ts'
import { describePglite } from './database/testing.ts'
import type { Plan } from './plans.ts'

const OLENA = { name: 'Олена', email: 'olena@salon.test', password: 'дуже довгий пароль', salon: 'Салон' }
const HOST = { defaultPlan: 'free', trialDays: null, contactUrl: 'https://host.test/plans' } as const
const PERIOD = 'base=2025-12&return=next'

/** Address, its feature, and the least plan it answers in. */
const TABLE: [path: string, feature: string | null, plan: Plan][] = [
  ['/reports/health', null, 'free'],
  ['/clients', null, 'free'],
  ['/quality', null, 'free'],
  ['/imports', null, 'free'],
  ['/members', null, 'free'],
  [`/reports/retention?${PERIOD}`, 'retention', 'lite'],
  [`/reports/people?${PERIOD}`, 'retention', 'lite'],
  [`/reports/flows?${PERIOD}`, 'retention', 'lite'],
  [`/reports/curve?${PERIOD}`, 'retention', 'lite'],
  ['/reports/cohorts', 'retention', 'lite'],
  [`/reports/rebooking?${PERIOD}`, 'retention', 'lite'],
  [`/reports/other-tools?${PERIOD}`, 'retention', 'lite'],
  ['/reports/risk', 'due', 'lite'],
  ['/exports/clients?format=csv', 'files', 'lite'],
  [`/exports/report?${PERIOD}&format=csv`, 'files', 'lite'],
  [`/reports/comparison?${PERIOD}`, 'fairComparison', 'pro'],
  ['/groups', 'winback', 'pro'],
]

describePglite('plans', (fresh) => {
  const apps: Awaited<ReturnType<typeof openApp>>[] = []
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })

  async function salon(options: Parameters<typeof openApp>[1]) {
    const store = await fresh()
    const app = await openApp(store, options)
    apps.push(app)
    const owner = app.visitor()
    expect((await owner.post('/registration', OLENA)).status).toBe(200)
    const { workspaceId } = (await owner.get('/session')).body
    const book = bookOf([{ client: 'Ганна', day: '2025-12-05', staff: 'Софія' }], { Ганна: { name: 'Ганна' } })
    await storeBook(app.scopeOf(workspaceId), bookable(book), { importId: 1, from: 0, onStep: async () => {} })
    return {
      app,
      owner,
      give: (plan: Plan, trialEndsAt: Date | null = null) => give(store, workspaceId, plan, trialEndsAt),
    }
  }

  test('each plan opens what is its own; the rest names the feature and the plan that has it', async () => {
    const { owner, give } = await salon({ plans: HOST })
    const plans: Plan[] = ['free', 'lite', 'pro']
    for (const plan of plans) {
      await give(plan)
      expect((await owner.get('/session')).body.plan).toEqual({
        ...{ name: plan, trialEndsAt: null, contactUrl: HOST.contactUrl },
      })
      for (const [path, feature, least] of TABLE) {
        const { status, body } = await owner.get(path)
        if (plans.indexOf(plan) >= plans.indexOf(least)) expect([plan, path, status]).toEqual([plan, path, 200])
        else {
          expect([plan, path, status, body.error.code, body.error.details]).toEqual([
            ...[plan, path, 402, 'planNeeded', { feature, plan: least }],
          ])
        }
      }
      const made = await owner.post('/keys', { name: 'Бот', scopes: ['reports:read'], expiresAt: null })
      expect(made.status).toBe(plan === 'pro' ? 200 : 402)
      const hook = { name: 'Бот', url: 'https://bot.example/hook', events: ['import.done'] }
      expect((await owner.post('/webhooks', hook)).status === 402).toBe(plan !== 'pro')
      expect((await owner.get('/reports/lifetime')).body.forecast === 'notInPlan').toBe(plan !== 'pro')
      expect((await owner.get('/clients')).body.forecast === 'notInPlan').toBe(plan !== 'pro')
    }
  })

  test('a key stops with the plan that had it', async () => {
    const { app, owner, give } = await salon({ plans: HOST })
    await give('pro')
    const { key } = (await owner.post('/keys', { name: 'Бот', scopes: ['reports:read'], expiresAt: null })).body
    const ask = () => app.visitor().call('GET', '/reports/health', undefined, { authorization: `Bearer ${key}` })
    expect((await ask()).status).not.toBe(402)
    await give('lite')
    expect((await ask()).body.error).toMatchObject({ code: 'planNeeded', details: { feature: 'api', plan: 'pro' } })
  })

  test('a trial ends by itself, also for reports somebody has already', async () => {
    const { owner, give } = await salon({ plans: { ...HOST, defaultPlan: 'pro', trialDays: 14 } })
    const { plan } = (await owner.get('/session')).body
    expect(plan.name).toBe('pro')
    expect(Date.parse(plan.trialEndsAt) - Date.now()).toBeGreaterThan(13 * 24 * 3600_000)
    const { headers } = await owner.get('/reports/cohorts')
    await give('pro', new Date())
    expect((await owner.get('/session')).body.plan.name).toBe('free')
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await owner.call('GET', '/reports/cohorts', undefined, known)).status).toBe(402)
  })

  test('who runs it for themselves has everything and hears nothing of plans', async () => {
    const { owner } = await salon({})
    expect((await owner.get('/session')).body).toMatchObject({ plan: null, suspended: false })
    for (const [path] of TABLE) expect([path, (await owner.get(path)).status]).toEqual([path, 200])
  })

  test('the demo salon shows everything, on a host too', async () => {
    const app = await openApp(await fresh(), { plans: HOST, demo: 'force' })
    apps.push(app)
    const stranger = app.visitor()
    expect((await stranger.get('/session')).body.plan).toBeNull()
    expect((await stranger.get(`/reports/comparison?${PERIOD}`)).status).toBe(200)
  })
})

async function give(store: DriverStore, workspaceId: string, plan: Plan, trialEndsAt: Date | null) {
  await store.db.update(workspaces).set({ plan, trialEndsAt }).where(eq(workspaces.id, workspaceId))
}
