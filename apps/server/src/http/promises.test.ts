import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { type Door, openApp } from '../accounts/testing.ts'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import type { DriverStore } from '../database/index.ts'
import { describeStores } from '../database/testing.ts'
import { forgetOldAnswers } from './keep-answers.ts'
import { keptAnswers } from './tables.ts'

type App = Awaited<ReturnType<typeof openApp>>

const REPORT = '/reports/retention?base=2026-01&return=next'
const OWNER = { name: 'Олена', email: 'olena@salon.test', password: 'дуже довгий пароль', salon: 'Салон' }

describeStores('what the API promises', (fresh) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  const open = async (store: DriverStore, options: Parameters<typeof openApp>[1] = {}) => {
    const app = await openApp(store, options)
    closing.push(app.close)
    return app
  }
  const owned = async (app: App) => {
    const owner = app.visitor()
    await owner.post('/registration', OWNER)
    return owner
  }

  test('a report somebody has already costs nothing until the data, the rules or the reader change', async () => {
    const store = await fresh()
    const app = await open(store)
    const owner = await owned(app)
    const scope = app.scopeOf(app.workspaces.own.workspaceId)
    const book = (staff: string) => bookable(bookOf([{ client: 'К', day: '2026-01-05', staff }], { К: { name: 'К' } }))
    await storeBook(scope, book('М'), { importId: 1, from: 0, onStep: async () => {} })
    const first = await owner.get(REPORT)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const tag = first.headers.get('etag')!
    const again = (door: Door, path = REPORT) => door.call('GET', path, undefined, { 'if-none-match': tag })

    // another server on the same database, which has computed nothing yet
    const idle = await open(store)
    const owner2 = idle.visitor()
    const { email, password } = OWNER
    await owner2.post('/auth/sign-in/email', { email, password })
    const before = idle.cache.stats().loads
    const saved = await again(owner2)
    expect([saved.status, saved.body, saved.headers.get('etag')]).toEqual([304, '', tag])
    expect(idle.cache.stats().loads).toBe(before)

    expect((await again(owner, `${REPORT}&by=staff`)).status).toBe(200)
    const analyst = app.visitor()
    const { link } = (
      await owner.post('/members/invitations', { role: 'analyst', staff: null, seesContacts: false, locations: null })
    ).body
    const person = { ...OWNER, email: 'a@salon.test' }
    await analyst.post(`/invitations/${link.split('/').at(-1)}/registration`, person)
    expect((await again(analyst)).status).toBe(200)
    await owner.call('PATCH', '/workspace', { settings: { regularFromVisit: 5 } })
    expect((await again(owner)).status).toBe(200)
    expect((await owner.get('/clients')).headers.get('etag')).toBeNull()
  })

  test('a write with a key is done once, whatever is sent again', async () => {
    const app = await open(await fresh())
    const owner = await owned(app)
    const key = randomUUID()
    const make = (name: string, idempotencyKey: string = key) =>
      owner.call('POST', '/keys', { name, scopes: ['reports:read'] }, { 'idempotency-key': idempotencyKey })
    const first = await make('Power BI')
    const again = await make('Power BI')
    expect([again.status, again.body]).toEqual([first.status, first.body])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect((await make('Something else')).body.error.code).toBe('idempotencyKeyUsed')
    expect((await make('Power BI', 'short')).body.error.code).toBe('badIdempotencyKey')
    expect((await owner.get('/keys')).body.keys).toHaveLength(1)
    // refusals are kept too
    const wrong = { 'idempotency-key': randomUUID() }
    const refused = await owner.call('DELETE', `/keys/${randomUUID()}`, undefined, wrong)
    expect([refused.status, refused.body.error.code]).toEqual([404, 'keyNotFound'])
    // the key that was told once is not to be read in the database
    const rows = await app.scopeOf(app.workspaces.own.workspaceId).db.select().from(keptAnswers)
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(first.body.key.slice(4))
  })

  test('of two at the same time one is done and the other told to ask again', async () => {
    const app = await open(await fresh())
    const owner = await owned(app)
    const headers = { 'idempotency-key': randomUUID() }
    const both = await Promise.all(
      [1, 2].map(() => owner.call('POST', '/keys', { name: 'x', scopes: ['reports:read'] }, headers)),
    )
    const late = both.filter(({ status }) => status === 409)
    for (const { body, headers } of late) {
      expect([body.error.code, headers.get('retry-after')]).toEqual(['requestAtWork', '1'])
    }
    expect(new Set(both.filter(({ status }) => status === 200).map(({ body }) => body.key)).size).toBe(1)
    expect((await owner.get('/keys')).body.keys).toHaveLength(1)
  })

  test('a file is stored once by its key, and its bytes are compared', async () => {
    const app = await open(await fresh())
    const owner = await owned(app)
    const key = { 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream' }
    const send = (text: string) => owner.call('POST', '/imports?name=visits.csv', text, key)
    const first = await send('client_id,date\n1,2026-01-05\n')
    expect((await send('client_id,date\n1,2026-01-05\n')).body.id).toBe(first.body.id)
    expect((await send('client_id,date\n2,2026-01-05\n')).body.error.code).toBe('idempotencyKeyUsed')
    expect((await owner.get('/imports')).body.imports).toHaveLength(1)
  })

  test('answers are forgotten after a day', async () => {
    const app = await open(await fresh())
    const owner = await owned(app)
    const { db } = app.scopeOf(app.workspaces.own.workspaceId)
    await owner.call('POST', '/keys', { name: 'x', scopes: ['reports:read'] }, { 'idempotency-key': randomUUID() })
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
    await forgetOldAnswers({ db }, hours(23))
    expect(await db.select().from(keptAnswers)).toHaveLength(1)
    await forgetOldAnswers({ db }, hours(25))
    expect(await db.select().from(keptAnswers)).toEqual([])
  })

  test('limits are told, kept, and apart for each user, key and address', async () => {
    const app = await open(await fresh(), { requestsPerMinute: 10 })
    const owner = await owned(app)
    const answers = []
    for (let n = 1; n <= 11; n++) answers.push(await owner.get('/workspace'))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429])
    const [first, last] = [answers[0]!, answers[10]!]
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=10;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=9;t=\d+$/)
    expect(last.headers.get('ratelimit')).toMatch(/^"requests";r=0;t=\d+$/)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last.body.error.code).toBe('tooManyRequests')
    // files have a tenth of it, counted apart
    const files = [await owner.get('/exports/clients'), await owner.get('/exports/clients')]
    expect(files.map(({ status }) => status)).toEqual([409, 429])
    // strangers, and keys that are none, by their address
    const stranger = app.visitor()
    const codes: string[] = []
    for (let n = 1; n <= 12; n++) {
      const { body } = await stranger.call('GET', '/workspace', undefined, { authorization: `Bearer cbk_${n}` })
      codes.push(body.error.code)
    }
    expect([codes[0], codes.at(-1)]).toEqual(['keyUnknown', 'tooManyRequests'])
  })
})
