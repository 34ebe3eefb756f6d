import { afterEach, expect, test } from 'vitest'
import { type Door, OPERATOR_TOKEN, openApp } from '../accounts/testing.ts'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { describeStores } from '../database/testing.ts'
import { startReceiver } from '../webhooks/testing.ts'

const PASSWORD = 'дуже довгий пароль'
const person = (name: string, salon: string) => ({ name, email: `${name}@salon.test`, password: PASSWORD, salon })
const PLANS = { defaultPlan: 'free', trialDays: null, contactUrl: null } as const
const CLIENT = 'Ганна Рудь'

describeStores('the host', (fresh) => {
  const apps: Awaited<ReturnType<typeof openApp>>[] = []
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })

  /** Two businesses on one server, and somebody who runs it. */
  async function server() {
    const app = await openApp(await fresh(), { openRegistration: true, plans: PLANS, webhooksAllowPrivate: true })
    apps.push(app)
    const sign = async (name: string, salon: string) => {
      const door = app.visitor()
      const isFirst = (await door.get('/session')).body.registration === 'first'
      const signing = isFirst
        ? door.post('/registration', person(name, salon))
        : app.register(door, person(name, salon))
      expect((await signing).status).toBe(200)
      return { door, id: (await door.get('/session')).body.workspaceId as string }
    }
    const host = await sign('host', 'Свій')
    const olena = await sign('olena', 'Салон на Подолі')
    const borys = await sign('borys', '100% барбершоп')
    const book = bookOf([{ client: CLIENT, day: '2026-01-05', staff: 'Софія' }], { [CLIENT]: { name: CLIENT } })
    await storeBook(app.scopeOf(olena.id), bookable(book), { importId: 1, from: 0, onStep: async () => {} })
    const operator = (isHost: boolean) =>
      app.visitor().call('POST', '/operator/hosts', { email: 'host@salon.test', isHost }, bearer)
    return { app, host, olena, borys, operator }
  }
  const bearer = { authorization: `Bearer ${OPERATOR_TOKEN}` }
  const names = async (door: Door, query: string) =>
    (await door.get(`/host/workspaces?${query}`)).body.workspaces.map(({ name }: { name: string }) => name)

  test('only who was made one by the command line gets in, until they are one no more', async () => {
    const { app, host, olena, operator } = await server()
    const codeOf = async (door: Door) => (await door.get('/host/workspaces')).body.error?.code
    expect(await codeOf(app.visitor())).toBe('notSignedIn')
    expect(await codeOf(host.door)).toBe('notAllowed')
    const itself = await app.visitor().call('GET', '/host/workspaces', undefined, bearer)
    expect(itself.body.error.code).toBe('notSignedIn')
    expect((await olena.door.post('/operator/hosts', { email: 'olena@salon.test', isHost: true })).status).toBe(401)
    expect((await operator(true)).status).toBe(200)
    expect((await host.door.get('/session')).body.user.isHost).toBe(true)
    expect(await codeOf(host.door)).toBeUndefined()
    expect(await codeOf(olena.door)).toBe('notAllowed')
    for (const path of [`/host/workspaces/${olena.id}/plan`, `/host/workspaces/${host.id}/plan`]) {
      const gift = { plan: 'pro', trialEndsAt: null, reason: 'Собі' }
      expect((await olena.door.call('PATCH', path, gift)).body.error.code).toBe('notAllowed')
    }
    await operator(false)
    expect(await codeOf(host.door)).toBe('notAllowed')
  })

  test('sees whose the workspaces are and how they are used, page by page, and nothing of what is in them', async () => {
    const { host, olena, operator } = await server()
    await operator(true)
    const { body } = await host.door.get('/host/workspaces')
    expect(body.hasPlans).toBe(true)
    expect(body.workspaces.map(({ name }: { name: string }) => name)).toEqual([
      ...['100% барбершоп', 'Салон на Подолі', 'Свій'],
    ])
    expect(body.workspaces[1]).toMatchObject({
      ...{ owner: 'olena@salon.test', plan: 'free', people: 1, lines: 1, suspendedAt: null, lastImportAt: null },
      lastSignedInAt: expect.stringMatching(/^20\d\d-/),
    })
    expect(JSON.stringify(body)).not.toContain('Рудь')
    expect(await names(host.door, 'search=100%25')).toEqual(['100% барбершоп'])
    expect(await names(host.door, 'search=OLENA@')).toEqual(['Салон на Подолі'])
    const first = (await host.door.get('/host/workspaces?limit=2')).body
    expect(first.workspaces).toHaveLength(2)
    expect(await names(host.door, `limit=2&cursor=${first.next}`)).toEqual(['Свій'])
    const peek = await host.door.post('/session/workspace', { workspaceId: olena.id })
    expect([peek.status, peek.body.error.code]).toEqual([404, 'notFound'])
  })

  test('gives plans for a reason, which the people of the workspace can read', async () => {
    const { host, olena, operator } = await server()
    await operator(true)
    const change = { plan: 'pro', trialEndsAt: '2099-01-01T00:00:00Z', reason: 'Заплатили за рік' }
    const path = `/host/workspaces/${olena.id}`
    expect((await host.door.call('PATCH', `${path}/plan`, { ...change, reason: ' ' })).status).toBe(400)
    expect((await olena.door.get('/reports/cohorts')).status).toBe(402)
    expect((await host.door.call('PATCH', `${path}/plan`, change)).status).toBe(200)
    expect((await olena.door.get('/reports/cohorts')).status).toBe(200)
    expect((await host.door.get(`${path}/changes`)).body.changes).toMatchObject([
      { action: 'plan.changed', plan: 'pro', reason: 'Заплатили за рік', who: 'host' },
    ])
    const [event] = (await olena.door.get('/audit?action=plan.changed')).body.events
    expect(event).toMatchObject({ who: { name: 'host' }, details: { plan: { from: 'free', to: 'pro' } } })
    const unknown = `/host/workspaces/01890000-0000-7000-8000-000000000000/plan`
    expect((await host.door.call('PATCH', unknown, change)).body.error.code).toBe('workspaceNotFound')
  })

  test('what a plan without webhooks held goes out with the next plan', async () => {
    const receiver = await startReceiver()
    const { host, olena, operator } = await server()
    await operator(true)
    const give = (plan: string) =>
      host.door.call('PATCH', `/host/workspaces/${olena.id}/plan`, { plan, trialEndsAt: null, reason: 'Так треба' })
    await give('pro')
    const { body: hook } = await olena.door.post('/webhooks', { url: receiver.url, events: ['data.changed'] })
    await give('free')
    await olena.door.call('PATCH', '/workspace', { settings: { regularFromVisit: 4 } })
    const path = `/webhooks/${hook.id}`
    const state = async () => (await olena.door.get(`${path}/deliveries`)).body.deliveries[0].state
    expect(await state()).toBe('held')
    expect((await olena.door.post(`${path}/test`)).body.error.code).toBe('planNeeded')
    expect((await olena.door.post(`${path}/secret`)).status).toBe(200)
    expect(receiver.got).toEqual([])
    await give('pro')
    await expect.poll(state, { timeout: 20_000 }).toBe('delivered')
    await receiver.close()
  })

  test('suspends: its people are told and see nothing until it goes on', async () => {
    const { host, olena, borys, operator } = await server()
    await operator(true)
    const suspend = (suspended: boolean) =>
      host.door.post(`/host/workspaces/${olena.id}/suspension`, { suspended, reason: 'Не оплачено' })
    expect((await suspend(true)).status).toBe(200)
    expect((await suspend(true)).status).toBe(200)
    const refused = await olena.door.get('/clients')
    expect([refused.status, refused.body.error.code]).toEqual([403, 'workspaceSuspended'])
    expect((await olena.door.get('/session')).body).toMatchObject({ suspended: true, user: { name: 'olena' } })
    expect((await borys.door.get('/workspace')).status).toBe(200)
    await suspend(false)
    expect((await olena.door.get('/clients')).status).toBe(200)
    const { changes } = (await host.door.get(`/host/workspaces/${olena.id}/changes`)).body
    expect(changes.map(({ action }: { action: string }) => action)).toEqual([
      ...['workspace.resumed', 'workspace.suspended'],
    ])
  })
})
