import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { openApp } from '../accounts/testing.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { AppError } from '../errors.ts'
import { findEvents, recordAudit, recordWithin } from './index.ts'

const OLENA = { kind: 'user', id: '01900000-0000-7000-8000-000000000001', name: 'Олена Коваль' } as const
const person = (name: string) => ({ name, email: `${name}@salon.test`, password: 'дуже довгий пароль' })

describeStores('the log of actions', (fresh) => {
  const apps: Awaited<ReturnType<typeof openApp>>[] = []
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })

  test('is only ever added to: the database itself refuses anything else', async () => {
    const store = await fresh()
    const scope = await newScope(store)
    await recordAudit(scope, OLENA, { action: 'settings.changed' })
    for (const statement of [
      sql`UPDATE audit_events SET who_name = 'хтось'`,
      sql`DELETE FROM audit_events`,
      sql`TRUNCATE audit_events`,
    ]) {
      const refused = await store.db.execute(statement).catch((error: Error) => String(error.cause ?? error))
      expect(refused).toContain('only ever added to')
    }
    const { events } = await findEvents(scope, {}, 'Europe/Kyiv', { after: null, limit: 10 })
    expect(events.map(({ whoName }) => whoName)).toEqual(['Олена Коваль'])
  })

  test('keeps an event with its change: both or neither', async () => {
    const scope = await newScope(await fresh())
    const change = scope.transaction(async (inner) => {
      await recordAudit(inner, OLENA, { action: 'settings.changed' })
      throw new Error('taken back')
    })
    await expect(change).rejects.toThrow('taken back')
    const page = await findEvents(scope, {}, 'Europe/Kyiv', { after: null, limit: 10 })
    expect(page).toEqual({ events: [], next: null })
  })

  test('refuses what may happen so often a day, also of many at once, and allows it again a day later', async () => {
    const store = await fresh()
    const [scope, other] = [await newScope(store), await newScope(store)]
    const event = { action: 'channel.tested', subject: 'channel:sms' } as const
    const record = (of: typeof scope, now?: Date) =>
      of
        .transaction((inner) => recordWithin(inner, OLENA, event, 3, now))
        .then(
          () => 'done',
          (error) => (error instanceof AppError ? error.code : String(error)),
        )
    const codes = await Promise.all(Array.from({ length: 5 }, () => record(scope)))
    expect(codes.sort()).toEqual(['dailyLimit', 'dailyLimit', 'done', 'done', 'done'])
    expect(await record(other)).toBe('done')
    expect(await record(scope, new Date(Date.now() + 86_400_001))).toBe('done')
  })

  test('is searched by who, what, when and any word, in one workspace', async () => {
    const store = await fresh()
    const [scope, other] = [await newScope(store), await newScope(store)]
    await recordAudit(scope, OLENA, { action: 'people.exported', details: { people: 12 } })
    await recordAudit(scope, { kind: 'commandLine' }, { action: 'import.confirmed', subject: 'import:7' })
    await recordAudit(scope, { kind: 'stranger' }, { action: 'people.exported' })
    await recordAudit(other, OLENA, { action: 'import.undone' })
    const found = async (search: Parameters<typeof findEvents>[1]) => {
      const { events } = await findEvents(scope, search, 'Europe/Kyiv', { after: null, limit: 10 })
      return events.map(({ action }) => action)
    }
    const today = Temporal.Now.plainDateISO('Europe/Kyiv')
    const [yesterday, tomorrow] = [today.subtract({ days: 1 }), today.add({ days: 1 })].map(String)
    expect(await found({})).toEqual(['import.confirmed', 'people.exported'])
    expect(await found({ who: OLENA.id })).toEqual(['people.exported'])
    expect(await found({ who: 'commandLine' })).toEqual(['import.confirmed'])
    expect(await found({ action: 'people.exported' })).toEqual(['people.exported'])
    expect(await found({ text: 'ОЛЕНА' })).toEqual(['people.exported'])
    expect(await found({ text: 'import:7' })).toEqual(['import.confirmed'])
    expect(await found({ text: '%' })).toEqual([])
    expect(await found({ from: String(today), to: String(today) })).toHaveLength(2)
    expect(await found({ to: yesterday })).toEqual([])
    expect(await found({ from: tomorrow })).toEqual([])
  })

  test('goes page by page, and events that come meanwhile shift nothing', async () => {
    const scope = await newScope(await fresh())
    const add = (n: number) => recordAudit(scope, OLENA, { action: 'tables.exported', subject: `table:${n}` })
    for (let n = 1; n <= 5; n++) await add(n)
    const subjects: string[] = []
    let after: string | null = null
    do {
      const page = await findEvents(scope, {}, 'Europe/Kyiv', { after, limit: 2 })
      subjects.push(...page.events.map(({ subject }) => subject))
      after = page.next
      await add(99)
    } while (after)
    expect(subjects).toEqual(['table:5', 'table:4', 'table:3', 'table:2', 'table:1'])
  })

  test('tells what the people of a salon did, through the API', async () => {
    const app = await openApp(await fresh())
    apps.push(app)
    const owner = app.visitor()
    await owner.post('/registration', { ...person('owner'), salon: 'Салон' })
    await owner.call('PATCH', '/workspace', { name: 'Салон 2', settings: { regularFromVisit: 4 } })
    await owner.call('PATCH', '/workspace', { name: 'Салон 2' })
    const rights = { role: 'manager', staff: null, seesContacts: false, locations: null }
    const { link } = (await owner.post('/members/invitations', rights)).body
    const manager = app.visitor()
    await manager.post(`/invitations/${link.split('/').at(-1)}/registration`, person('manager'))
    const { id } = (await manager.get('/session')).body.user
    await owner.call('PATCH', `/members/${id}`, { role: 'administrator', staff: null })
    expect((await manager.get('/audit')).status).toBe(403)
    await owner.call('DELETE', `/members/${id}`)

    const { events, next } = (await owner.get('/audit?limit=4')).body
    expect(
      events.map(({ action, who, details }: { action: string; who: object; details: object }) => [
        action,
        (who as { name: string }).name,
        details,
      ]),
    ).toEqual([
      ['member.removed', 'owner', { name: 'manager', role: 'administrator' }],
      ['member.changed', 'owner', { name: 'manager', role: { from: 'manager', to: 'administrator' } }],
      ['member.joined', 'manager', rights],
      ['member.invited', 'owner', rights],
    ])
    const last = (await owner.get(`/audit?cursor=${next}`)).body
    expect(last.next).toBe(null)
    expect(last.events[0]).toMatchObject({
      action: 'settings.changed',
      subject: '',
      details: { name: { from: 'Салон', to: 'Салон 2' }, regularFromVisit: { from: 3, to: 4 } },
    })
    expect(last.events[0].requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect((await owner.get('/audit?cursor=nonsense')).status).toBe(400)
    const file = await owner.get('/exports/audit?lang=en&action=settings.changed')
    expect(file.body).toContain('settings changed')
    expect((await owner.get('/audit?action=log.exported')).body.events).toHaveLength(1)
  })
})
