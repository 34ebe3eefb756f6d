import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../accounts/testing.ts'
import { accrueTo } from '../bonuses/index.ts'
import { takeBack } from '../book/index.ts'
import type { TestClient, TestLine } from '../book/testing.ts'
import { describeStores } from '../database/testing.ts'
import type { Role } from '../permissions.ts'
import { storeVisibly } from '../privacy/testing.ts'
import { areAwayStates } from './away-on.ts'

const CLIENTS: Record<string, TestClient> = {
  K1: { name: 'Олена', phone: '+380671112233', email: 'olena@salon.test', birthday: '--12-24' },
  K2: { name: 'Ірина', phone: '+380501234567', birthday: '1990-12-05' },
  K3: { name: 'Дочка', phone: '+380671112233' },
  K4: { name: 'Марія', email: 'maria@salon.test', birthday: '1900-01-01' },
}
const visit = (id: string, client: string, day: string, staff: string, price: number): TestLine => ({
  ...{ id, client, day, staff, price },
  service: 'Манікюр',
})
/** As of 2026-03-02: K1 and K3 came in January only, K2 in January and March, K4 first in March. */
const VISITS = [
  visit('1', 'K1', '2026-01-05', 'Марта', 65_000),
  visit('2', 'K2', '2026-01-06', 'Кароліна', 90_000),
  visit('3', 'K2', '2026-03-02', 'Марта', 65_000),
  visit('4', 'K3', '2026-01-07', 'Марта', 50_000),
  visit('5', 'K4', '2026-03-01', 'Кароліна', 30_000),
]
const LOST = { kind: 'outcome', base: '2026-01', return: 'next', outcome: 'lost' }
const QUERY = 'base=2026-01&return=next&outcome=lost'
const rule = (rule: object) => ({ kind: 'rule', rule })
const person = (name: string) => ({ name, email: `${name}@salon.test`, password: 'дуже довгий пароль' })
const namesOf = (rows: { name: string }[]) => rows.map(({ name }) => name).sort()

describeStores('groups', (_fresh, _empty, shared) => {
  let app: Awaited<ReturnType<typeof openApp>>
  let salons = 0
  beforeAll(async () => {
    app = await openApp(await shared(), { openRegistration: true })
  })
  afterAll(() => app.close())

  /** A salon with its owner, and what tests do with its groups. */
  const open = async () => {
    const owner = app.visitor()
    const newcomer = { ...person(`owner-${++salons}`), salon: 'Салон' }
    await (salons === 1 ? owner.post('/registration', newcomer) : app.register(owner, newcomer))
    const scope = app.scopeOf((await owner.get('/session')).body.workspaceId)
    await storeVisibly(scope, 1, VISITS, CLIENTS)
    const make = async (name: string, from: object) => (await owner.post('/groups', { name, from })).body
    const members = async (id: string) => namesOf((await owner.get(`/groups/${id}/people?sort=name`)).body.rows)
    const list = async (query = '') =>
      (await owner.get(`/groups${query}`)).body.groups.map((each: { name: string; count: number | null }) => [
        each.name,
        each.count,
      ])
    return { owner, scope, make, members, list }
  }

  test('a live one asks its rule each time, a frozen one keeps its people', async () => {
    const { owner, scope, make, members, list } = await open()
    const live = await make('Втрачені', rule(LOST))
    expect(live).toMatchObject({ kind: 'live', count: 2, rule: LOST, madeBy: `owner-${salons}`, archivedAt: null })
    expect(live.people.map(({ name }: { name: string }) => name)).toEqual(['Олена', 'Дочка'])
    const frozen = await make('Втрачені', { kind: 'list', list: 'report', query: QUERY })
    expect(frozen).toMatchObject({ name: 'Втрачені (2)', kind: 'frozen', count: 2, rule: null })
    expect((await owner.post('/groups/preview', { rule: { kind: 'not', rule: LOST } })).body.count).toBe(2)

    await storeVisibly(scope, 2, [visit('6', 'K1', '2026-03-03', 'Марта', 65_000)], CLIENTS)
    expect([await members(live.id), await members(frozen.id)]).toEqual([['Дочка'], ['Дочка', 'Олена']])
    expect(await list()).toEqual([
      ['Втрачені (2)', 2],
      ['Втрачені', 1],
    ])
    const kept = (await owner.post(`/groups/${live.id}/freeze`, { name: 'Сьогодні' })).body
    expect(kept).toMatchObject({ kind: 'frozen', count: 1 })
  })

  test('are made of any list of people, by the query of its screen', async () => {
    const { owner, make, members } = await open()
    const of = async (list: string, query: string) => members((await make('Список', { kind: 'list', list, query })).id)
    expect(await of('clients', 'search=050')).toEqual(['Ірина'])
    expect(await of('clients', 'staff=Марта&sort=visits&limit=1')).toEqual(['Ірина', 'Дочка', 'Олена'])
    expect(await of('report', `${QUERY}&filter=staff:Марта&filter=newness:new`)).toEqual(['Дочка', 'Олена'])
    expect(await of('rebooking', 'base=2026-03')).toEqual(['Ірина', 'Марія'])
    const refused = async (list: string, query: string) => {
      const { status, body } = await owner.post('/groups', { name: 'Ні', from: { kind: 'list', list, query } })
      return [status, body.error.code]
    }
    expect(await refused('report', 'base=2026')).toEqual([400, 'badRequest'])
    expect(await refused('report', `${QUERY}&filter=who`)).toEqual([400, 'badFilter'])
    expect(await refused('clients', 'state=dead')).toEqual([400, 'badRequest'])
    expect(await refused('clients', 'search=nobody')).toEqual([422, 'groupEmpty'])
  })

  test('know the day their people were away on, if that is why they are in', async () => {
    const { owner, make } = await open()
    const ofList = async (list: string, query: string) =>
      (await make('Список', { kind: 'list', list, query })).awayOn as string | null
    for (const [list, query, awayOn] of [
      ['report', QUERY, '2026-03-02'],
      ['report', `${QUERY}&asOf=2026-02-28`, '2026-02-28'],
      ['report', 'base=2026-01&return=next&outcome=missed', '2026-03-02'],
      ['report', 'base=2026-01&return=2026-02-01..2026-03-05&outcome=served', null],
      ['clients', '', null],
      ['rebooking', 'base=2026-03', null],
    ] as const) {
      expect([list, query, await ofList(list, query)]).toEqual([list, query, awayOn])
    }
    expect([['due', 'atRisk'], ['active', 'due'], []].map(areAwayStates)).toEqual([true, false, false])
    const freeze = async (id: string) => (await owner.post(`/groups/${id}/freeze`, { name: 'Копія' })).body
    const frozen = async (what: object) => (await freeze((await make('Правило', rule(what))).id)).awayOn
    const long = { kind: 'daysSince', from: 30, to: null }
    const often = { kind: 'visits', from: 1, to: null }
    expect(await frozen(LOST)).toBe('2026-03-02')
    expect(await frozen({ kind: 'and', rules: [often, long] })).toBe('2026-03-02')
    expect(await frozen({ kind: 'or', rules: [LOST, long] })).toBe('2026-03-02')
    expect(await frozen({ kind: 'or', rules: [often, long] })).toBeNull()
    expect(await frozen({ kind: 'not', rule: { kind: 'daysSince', from: 300, to: null } })).toBeNull()
    const { id, awayOn } = await make('Вставлені', { kind: 'contacts', contacts: '+380501234567' })
    expect(awayOn).toBeNull()
    const change = async (id: string, awayOn: string | null) =>
      (await owner.call('PATCH', `/groups/${id}`, { awayOn })).body
    expect(await change(id, '2026-02-01')).toMatchObject({ awayOn: '2026-02-01', name: 'Вставлені' })
    expect((await freeze(id)).awayOn).toBe('2026-02-01')
    expect((await change(id, null)).awayOn).toBeNull()
    const live = await make('Жива', rule(LOST))
    expect((await change(live.id, '2026-02-01')).error.code).toBe('groupLive')
  })

  test('pasted phones, e-mails and numbers find their people', async () => {
    const { owner, make, members } = await open()
    const contacts = [
      'Name;Phone',
      'Олена;067 111-22-33',
      '',
      '"Хтось","+380999999999"',
      'MARIA@salon.test',
      'K2\tІрина',
      'Ніхто',
    ].join('\r\n')
    expect((await owner.post('/groups/contacts', { contacts })).body).toEqual({
      lines: 5,
      found: 4,
      missing: 2,
      firstMissing: [
        { line: 4, text: '"Хтось","+380999999999"' },
        { line: 7, text: 'Ніхто' },
      ],
    })
    expect(await members((await make('Усі', { kind: 'contacts', contacts })).id)).toHaveLength(4)
    const nobody = await owner.post('/groups', { name: 'Ніхто', from: { kind: 'contacts', contacts: '+380999999999' } })
    expect([nobody.status, nobody.body.error.code]).toEqual([422, 'groupEmpty'])
    const many = Array.from({ length: 20_000 }, (_, i) => `+38050${String(i).padStart(7, '0')}`).join('\n')
    expect((await owner.post('/groups/contacts', { contacts: many })).body).toMatchObject({ lines: 20_000, found: 0 })
  })

  test('ask the bonus ledger what clients can use', async () => {
    const { owner, scope } = await open()
    const given = {
      points: 500,
      reason: 'Подарунок',
      expiresOn: null,
      key: 'gift',
      who: { kind: 'commandLine' } as const,
    }
    await accrueTo(scope, { clientIds: [1, 4], ...given })
    const holding = { kind: 'bonus', from: 500, to: null }
    const { count, people } = (await owner.post('/groups/preview', { rule: holding })).body
    expect([count, namesOf(people)]).toEqual([2, ['Марія', 'Олена']])
    expect((await owner.post('/groups/preview', { rule: { kind: 'not', rule: holding } })).body.count).toBe(2)
  })

  test('ask the book for birthdays, and take placeholders for none', async () => {
    const { owner } = await open()
    const found = async (days: number | null, month: number | null) =>
      namesOf((await owner.post('/groups/preview', { rule: { kind: 'birthday', days, month } })).body.people)
    expect([await found(null, 12), await found(null, 1)]).toEqual([['Ірина', 'Олена'].sort(), []])
    expect(await found(365, null)).toEqual(['Ірина', 'Олена'].sort())
  })

  test('are renamed, archived, brought back, given another rule and deleted, and the log tells', async () => {
    const { owner, make, list } = await open()
    const change = async (id: string, body: object) => (await owner.call('PATCH', `/groups/${id}`, body)).body
    const { id } = await make('Старі', rule({ kind: 'daysSince', from: 30, to: null }))
    expect(await change(id, { name: 'Давно не були', rule: LOST })).toMatchObject({ name: 'Давно не були', rule: LOST })
    await change(id, { archived: true })
    expect([await list(), await list('?archived=true')]).toEqual([[], [['Давно не були', null]]])
    await change(id, { archived: false })
    expect(await list()).toEqual([['Давно не були', 2]])
    const frozen = await make('Двоє', { kind: 'clients', clients: [1, 2] })
    expect((await change(frozen.id, { rule: LOST })).error.code).toBe('groupFrozen')
    expect((await owner.call('DELETE', `/groups/${frozen.id}`)).body).toEqual({ done: true })
    expect((await owner.get(`/groups/${frozen.id}`)).status).toBe(404)
    const { events } = (await owner.get('/audit')).body
    const said = events.filter(({ subject }: { subject: string }) => subject.startsWith('group:'))
    expect(said.map(({ action }: { action: string }) => action)).toEqual([
      'group.removed',
      'group.made',
      ...Array(3).fill('group.changed'),
      'group.made',
    ])
  })

  test('erased clients are in none, and those of an undone import leave', async () => {
    const { owner, scope, make, members } = await open()
    await storeVisibly(scope, 2, [visit('7', 'K5', '2026-03-01', 'Марта', 10_000)], { K5: { name: 'Нова' } })
    const live = await make('Жива', rule({ kind: 'visits', from: 1, to: null }))
    const frozen = await make('Стала', { kind: 'clients', clients: [1, 2, 5] })
    expect((await owner.get('/clients/1/personal-data')).body.groups).toEqual([{ name: 'Стала' }])
    await owner.call('DELETE', '/clients/1/personal-data')
    expect([await members(live.id), await members(frozen.id)]).toEqual([
      ['Дочка', 'Марія', 'Нова', 'Ірина'].sort(),
      ['Нова', 'Ірина'].sort(),
    ])
    expect((await owner.get('/clients/1/personal-data')).body.groups).toEqual([])
    const only = await owner.post('/groups', { name: 'Стерта', from: { kind: 'clients', clients: [1] } })
    expect(only.body.error.code).toBe('groupEmpty')
    await takeBack(scope, 2)
    await storeVisibly(scope, 3, [visit('8', 'K6', '2026-03-01', 'Марта', 10_000)], { K6: { name: 'Інша' } })
    expect(await members(frozen.id)).toEqual(['Ірина'])
  })

  test('know nothing of ids of nobody and of other salons', async () => {
    const { owner, make } = await open()
    const { body } = await owner.post('/groups', { name: 'Чужа', from: { kind: 'clients', clients: [1, 99] } })
    expect(body.error.code).toBe('clientNotFound')
    const { id } = await make('Своя', { kind: 'clients', clients: [1] })
    const other = app.visitor()
    await app.register(other, { ...person(`other-${salons}`), salon: 'Чужий' })
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/people'],
      ['PATCH', ''],
      ['POST', '/freeze'],
      ['DELETE', ''],
    ] as const) {
      const sent = method === 'GET' || method === 'DELETE' ? undefined : { name: 'Моя' }
      expect([method, path, (await other.call(method, `/groups/${id}${path}`, sent)).status]).toEqual([
        method,
        path,
        404,
      ])
    }
    expect((await other.get(`/exports/groups/${id}`)).status).toBe(404)
    expect((await other.get('/groups')).body.groups).toEqual([])
    expect((await other.post('/groups', { name: 'Усі', from: rule(LOST) })).body.count).toBe(0)
  })

  test('analysts see how many, people limited to a location see none, and files hold everybody', async () => {
    const { owner, make } = await open()
    const join = async (role: Role, locations: string[] | null = null) => {
      const member = app.visitor()
      const rights = { role, staff: null, seesContacts: false, locations }
      const { link } = (await owner.post('/members/invitations', rights)).body
      await app.register(member, person(`${role}-${salons}`), link.split('/').at(-1))
      return member
    }
    const { id } = await make('Усі', rule({ kind: 'visits', from: 1, to: null }))
    const analyst = await join('analyst')
    const seen = (await analyst.get(`/groups/${id}/people`)).body
    expect([seen.total, namesOf(seen.rows)]).toEqual([4, ['', '', '', '']])
    expect((await analyst.post('/groups', { name: 'Ні', from: rule(LOST) })).status).toBe(403)
    expect((await (await join('manager', ['Поділ'])).get('/groups')).status).toBe(403)
    const file = await owner.get(`/exports/groups/${id}?columns=name,phone&lang=en&sort=name`)
    expect(file.body.trim().split('\r\n')).toHaveLength(5)
    expect(file.body).toContain('Олена,+380671112233')
    expect((await owner.get('/audit?action=people.exported')).body.events[0].details).toMatchObject({
      ...{ list: 'group', group: id, people: 4 },
    })
  })
})
