import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Door } from '../accounts/testing.ts'
import { describeStores } from '../database/testing.ts'
import { connectionFrom } from '../http/testing.ts'
import { linksFor } from '../links/index.ts'
import { openSalon, storeVisibly } from '../privacy/testing.ts'
import { putOnCallList } from './index.ts'
import { receiveRequest } from './receive-request.ts'

const PHONE = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1', 'accept-language': 'uk' }
const WHO = { kind: 'system' } as const
const dayFrom = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()
const NAMES = ['Олена Забудько', 'Ірина Савчук', 'Ганна Рудь', 'Зоя Лис', 'Марія Кіт', 'Софія Дуб', 'Дарина Мак']

describeStores('the call list', (_fresh, _empty, shared) => {
  let salon: Awaited<ReturnType<typeof openSalon>>
  let administrator: Door
  let imports = 1

  beforeAll(async () => {
    salon = await openSalon(await shared())
    administrator = await salon.join('administrator')
    const clients = Object.fromEntries(NAMES.map((name, i) => [`c${i}`, { name, phone: `+38067111220${i}` }]))
    const rows = NAMES.map((_, i) => ({ client: `c${i}`, day: dayFrom(-60), staff: 'Марта', service: 'Манікюр' }))
    await storeVisibly(salon.scope, imports++, rows, clients)
  })
  afterAll(async () => salon.close())

  const put = (...clientIds: number[]) => salon.owner.post('/calls', { clientIds, reason: 'Втрачені' })
  const list = async (show = 'due', door = salon.owner) => (await door.get(`/calls?show=${show}`)).body.calls
  const of = async (clientId: number, show = 'due', door = salon.owner) =>
    (await list(show, door)).find((call: { clientId: number }) => call.clientId === clientId)
  const decide = (door: Door, call: { id: string; revision: number }, outcome: string, more = {}) =>
    door.post(`/calls/${call.id}/outcome`, { outcome, revision: call.revision, ...more })
  const codeOf = ({ status, body }: Awaited<ReturnType<Door['get']>>) => [status, body.error?.code]
  const sentTo = (path: string, fields: Record<string, string>, from = '203.0.113.9') =>
    salon.app.app.request(
      `http://salon.test${path}`,
      { method: 'POST', body: new URLSearchParams(fields), headers: PHONE },
      connectionFrom(from),
    )
  const opened = async (path: string) => {
    const answer = await salon.app.app.request(`http://salon.test${path}`, { headers: PHONE })
    const text = await answer.text()
    return { status: answer.status, text, key: /name="key" value="(\w+)"/.exec(text)?.[1] ?? '' }
  }

  test('holds nobody twice, nobody unknown and nobody who refuses', async () => {
    await salon.owner.post('/clients/2/consents', { channel: 'call', purpose: 'marketing', granted: false })
    expect((await put(1, 1, 2, 99)).body).toEqual({ added: 1, already: 0, refused: 1, unknown: 1 })
    const both = await Promise.all([put(1, 3), put(3, 1)])
    expect(both.map(({ body }) => body.added).sort()).toEqual([0, 1])
    expect(await of(1)).toMatchObject({
      ...{ name: NAMES[0], phone: '+380671112200', reason: 'Втрачені', staff: 'Марта', service: 'Манікюр' },
      ...{ daysSince: 60, state: 'open', tries: 0, takenBy: null, createdBy: 'owner' },
    })
    expect(codeOf(await salon.owner.post('/calls', { clientIds: [1], script: '{{bonus}}' }))).toEqual([
      400,
      'unknownField',
    ])
    expect((await salon.owner.get('/calls/count')).body).toEqual({ due: 2, requests: 0, open: 2 })
  })

  test('shows whom somebody has in hand, and lets nobody else call them', async () => {
    const { id } = await of(1)
    const takes = await Promise.all(
      [salon.owner, administrator].map((door) => door.post(`/calls/${id}/take`, { take: true })),
    )
    expect(takes.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = takes[0]!.status === 200 ? salon.owner : administrator
    const loser = winner === salon.owner ? administrator : salon.owner
    const seen = await of(1, 'due', loser)
    expect(seen).toMatchObject({ takenBy: winner === salon.owner ? 'owner' : 'administrator', takenByMe: false })
    expect(codeOf(await decide(loser, seen, 'booked'))).toEqual([409, 'callTaken'])
    const tomorrow = dayFrom(1)
    expect((await decide(winner, seen, 'noAnswer', { nextOn: tomorrow, note: 'гудки' })).body).toMatchObject({
      ...{ state: 'open', outcome: 'noAnswer', dueOn: tomorrow, tries: 1, note: 'гудки', takenBy: null },
    })
    expect(await of(1)).toBeUndefined()
    expect(await of(1, 'open')).toMatchObject({ canUndo: true })
  })

  test('keeps one outcome of two written at once', async () => {
    const call = await of(3)
    const written = await Promise.all([
      decide(salon.owner, call, 'booked'),
      decide(administrator, call, 'notInterested'),
    ])
    expect(written.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await of(3)).toBeUndefined()
    expect((await of(3, 'done')).changedBy).toBe(written[0]!.status === 200 ? 'owner' : 'administrator')
    expect(codeOf(await decide(salon.owner, call, 'callBack'))).toEqual([409, 'callChanged'])
  })

  test('takes an outcome back, with the consent it withdrew', async () => {
    const before = await of(1, 'open')
    const calls = async () => (await salon.owner.get('/clients/1/consents')).body.history
    expect(codeOf(await decide(salon.owner, before, 'callBack'))).toEqual([400, 'badRequest'])
    await decide(salon.owner, before, 'noCalls', { note: 'просила не дзвонити' })
    expect(await calls()).toMatchObject([{ channel: 'call', purpose: 'marketing', granted: false }])
    expect((await put(1)).body.refused).toBe(1)
    const { id } = await of(1, 'done')
    expect((await administrator.call('DELETE', `/calls/${id}/outcome`)).body).toMatchObject({
      ...before,
      canUndo: true,
    })
    expect(await calls()).toEqual([])
    await salon.owner.call('DELETE', `/calls/${id}/outcome`)
    expect(await of(1)).toMatchObject({ outcome: null, tries: 0, note: '', canUndo: false })
    expect(codeOf(await salon.owner.call('DELETE', `/calls/${id}/outcome`))).toEqual([409, 'callChanged'])
  })

  test('takes nothing back once the client is on the list again', async () => {
    await put(4)
    const call = await of(4)
    await decide(salon.owner, call, 'notInterested')
    await put(4)
    expect(codeOf(await salon.owner.call('DELETE', `/calls/${call.id}/outcome`))).toEqual([409, 'callChanged'])
  })

  test('lets go of who came or booked meanwhile, and says why', async () => {
    await put(5, 6)
    const rows = [
      { client: 'c4', day: dayFrom(0), staff: 'Марта', service: 'Манікюр', status: 'completed' as const },
      {
        client: 'c5',
        day: dayFrom(9),
        staff: 'Марта',
        service: 'Манікюр',
        bookedDay: dayFrom(0),
        status: 'scheduled' as const,
      },
    ]
    const clients = { c4: { name: NAMES[4]!, phone: '+380671112204' }, c5: { name: NAMES[5]!, phone: '+380671112205' } }
    await storeVisibly(salon.scope, imports++, rows, clients)
    expect((await list()).map(({ clientId }: { clientId: number }) => clientId)).not.toContain(5)
    expect([(await of(5, 'done')).outcome, (await of(6, 'done')).outcome]).toEqual(['alreadyCame', 'alreadyBooked'])
  })

  test('forgets who is erased', async () => {
    await put(7)
    const states = async () => {
      const { rows } = (await salon.owner.get('/clients?state=booked&state=active&state=due&state=longOverdue')).body
      const risk = (await salon.owner.get('/reports/risk')).body.states
      const counted = risk.reduce((sum: number, { clients }: { clients: number }) => sum + clients, 0)
      return [rows.length, counted]
    }
    // the one who holds an appointment
    expect(await states()).toEqual([1, 1])
    await salon.owner.call('DELETE', '/clients/6/personal-data')
    expect(await states()).toEqual([0, 0])
    await salon.owner.call('DELETE', '/clients/7/personal-data')
    expect(await of(7)).toBeUndefined()
    const again = await putOnCallList(salon.scope, {
      ...{ clientIds: [7], reason: '', script: '', source: { kind: 'campaign', id: 'x' }, who: WHO },
    })
    expect(again).toEqual({ added: 0, already: 0, refused: 0, unknown: 1 })
  })

  test('a client with a link asks once, however often the form is sent, and changes their mind', async () => {
    const source = { kind: 'campaign', id: '019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5e' } as const
    const link = (await linksFor(salon.scope, { source, clientIds: [3], target: { kind: 'request' } })).get(3)!
    const path = new URL(link).pathname.replace('/l/', '/r/')
    const { text, key, status } = await opened(path)
    expect([status, text.length < 20_000]).toEqual([200, true])
    expect(text).toContain('Ганна, вітаємо!')
    expect(text).not.toMatch(/Рудь|38067/)
    const fields = {
      key,
      staff: 'Марта',
      service: 'Манікюр',
      day: dayFrom(2),
      part: 'evening',
      comment: '<b>після 18</b>',
    }
    const sent = await Promise.all([sentTo(path, fields), sentTo(path, fields)])
    expect(sent.map((answer) => answer.status)).toEqual([200, 200])
    await sentTo(path, { ...fields, part: 'morning', staff: 'Не наша' })
    const waiting = (await list()).filter(({ source }: { source: string }) => source === 'request')
    expect(waiting).toHaveLength(1)
    expect(waiting[0]).toMatchObject({ clientId: 3, wish: { staff: '', part: 'morning', comment: '<b>після 18</b>' } })
    expect((await list())[0].id).toBe(waiting[0].id)
    await decide(salon.owner, waiting[0], 'booked')
    await sentTo(path, fields)
    expect(await of(3)).toBeUndefined()
  })

  test('the public page is closed until it is opened, and asks who it is', async () => {
    const settings = async (change: object) => (await salon.owner.call('PATCH', '/booking-page', change)).body
    const { publicUrl } = await settings({ publicOn: true })
    const path = new URL(publicUrl).pathname
    await settings({ publicOn: false })
    expect((await opened(path)).status).toBe(404)
    expect((await settings({ publicOn: true })).publicUrl).toBe(publicUrl)
    const { key } = await opened(path)
    const asked = { key, name: 'Нова', phone: '067 555 44 33', service: 'Манікюр' }
    expect(await (await sentTo(path, { ...asked, phone: '12' })).text()).toContain('Перевірте номер')
    await sentTo(path, { ...asked, website: 'http://spam.example' })
    expect((await list()).some(({ name }: { name: string }) => name === 'Нова')).toBe(false)
    await sentTo(path, asked)
    await sentTo(path, asked)
    const found = (await list()).filter(({ name }: { name: string }) => name === 'Нова')
    expect(found).toMatchObject([{ clientId: null, phone: '+380675554433', wish: { service: 'Манікюр', day: '' } }])
    const ofClient = await opened(path)
    await sentTo(path, { ...asked, key: ofClient.key, name: 'Хтось', phone: '+380671112203' })
    expect(await of(4)).toMatchObject({ source: 'request', name: NAMES[3] })
    await settings({ pageOn: false, contact: 'вул. Тиха, 1' })
    expect(await opened(path)).toMatchObject({ status: 410, text: expect.stringContaining('вул. Тиха, 1') })
    await settings({ pageOn: true })
  })

  test('takes no more than ten requests an hour from one address', async () => {
    const { publicUrl } = (await salon.owner.get('/booking-page')).body
    const path = new URL(publicUrl).pathname
    const statuses = []
    for (let i = 0; i < 11; i++) {
      const { key } = await opened(path)
      statuses.push((await sentTo(path, { key, name: 'Я', phone: `+38067777000${i % 10}` }, '203.0.113.77')).status)
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429])
  })

  test('takes no more than a hundred strangers a day, and own clients all the same', async () => {
    const { publicUrl } = (await salon.owner.get('/booking-page')).body
    const path = new URL(publicUrl).pathname
    const wish = { service: '', staff: '', day: '', part: 'any', comment: '' } as const
    let taken = 0
    const stranger = (n: number) =>
      receiveRequest(salon.scope, {
        ...{
          formKey: `stranger${n}`,
          clientId: null,
          name: 'Я',
          wish,
          phone: `+380677771${String(n).padStart(3, '0')}`,
        },
      })
    while (taken <= 100 && (await stranger(taken))) taken++
    expect(taken).toBeGreaterThan(80)
    expect(taken).toBeLessThanOrEqual(100)
    const { key } = await opened(path)
    const refused = await sentTo(path, { key, name: 'Я', phone: '+380677779999' }, '203.0.113.78')
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('заявок уже дуже багато')])
    const own = await sentTo(path, { key, name: 'Я', phone: '+380671112204' }, '203.0.113.79')
    expect(own.status).toBe(200)
  })
})
