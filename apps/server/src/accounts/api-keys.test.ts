import { and, eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import type { WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { AppError } from '../errors.ts'
import { listKeys, makeKey, revokeKey } from './api-keys.ts'
import { openKey } from './open-key.ts'
import { apiKeys } from './tables.ts'
import { openApp } from './testing.ts'

const NEW = { name: 'Power BI', scopes: ['reports:read' as const], expiresAt: null }
const WHO = { kind: 'commandLine' } as const
const bearing = (key: string) => new Headers({ authorization: `Bearer ${key}` })
const at = (time: string) => new Date(`2026-11-22T${time}Z`)

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'let in',
    (error) => (error instanceof AppError ? error.code : String(error)),
  )
}

describeStores('keys', (fresh) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  test('let in until they expire or are revoked, and are nowhere to be read', async () => {
    const store = await fresh()
    const scope = await newScope(store)
    const { id, key } = await makeKey(scope, WHO, { ...NEW, expiresAt: at('12:00:00') })
    expect(key).toMatch(/^cbk_[\w-]{43}$/)
    const open = (time: string) => openKey(store, bearing(key), at(time))
    expect(await open('11:59:59')).toMatchObject({
      workspaceId: scope.workspaceId,
      actor: { role: 'manager', scopes: ['reports:read'] },
    })
    expect(await codeOf(open('12:00:00'))).toBe('keyExpired')
    await revokeKey(scope, WHO, id)
    expect(await codeOf(open('11:00:00'))).toBe('keyRevoked')
    expect(await codeOf(openKey(store, bearing(`${key}x`)))).toBe('keyUnknown')
    expect(await openKey(store, bearing('some other token'))).toBeNull()
    const [row] = await store.db.select().from(apiKeys)
    expect(JSON.stringify(row)).not.toContain(key.slice(4))
    expect(row!.ending).toBe(key.slice(-4))
  })

  test('note when they were used last, once a minute at most', async () => {
    const store = await fresh()
    const scope = await newScope(store)
    const { id, key } = await makeKey(scope, WHO, NEW)
    for (const [time, noted] of [
      ['10:00:00', '10:00:00'],
      ['10:00:59', '10:00:00'],
      ['10:01:01', '10:01:01'],
    ] as const) {
      await openKey(store, bearing(key), at(time))
      expect(await lastUse(scope, id)).toEqual(at(noted))
    }
  })

  test('belong to one workspace: another one neither sees nor revokes them', async () => {
    const store = await fresh()
    const [own, other] = [await newScope(store), await newScope(store)]
    const { id, key } = await makeKey(own, WHO, NEW)
    expect(await listKeys(other, { before: null, limit: 10 })).toEqual([])
    expect(await codeOf(revokeKey(other, WHO, id))).toBe('keyNotFound')
    expect(await openKey(store, bearing(key))).toMatchObject({ workspaceId: own.workspaceId })
  })

  test('come by the page, and go through it although one is made meanwhile', async () => {
    const app = await openApp(await fresh())
    closing.push(app.close)
    const owner = app.visitor()
    await owner.post('/registration', { name: 'О', email: 'o@salon.test', password: 'дуже довгий пароль', salon: 'С' })
    const make = async (name: string) => (await owner.post('/keys', { name, scopes: ['clients:read'] })).body
    for (const name of ['1', '2', '3', '4', '5']) await make(name)
    const first = await owner.get('/keys?limit=2')
    expect(first.headers.get('link')).toBe(`</api/keys?limit=2&cursor=${first.body.next}>; rel="next"`)
    await make('6')
    const second = await owner.get(`/keys?limit=2&cursor=${first.body.next}`)
    const third = await owner.get(`/keys?limit=2&cursor=${second.body.next}`)
    const names = [first, second, third].flatMap(({ body }) => body.keys.map((key: { name: string }) => key.name))
    expect(names).toEqual(['5', '4', '3', '2', '1'])
    expect([third.body.next, third.headers.get('link')]).toEqual([null, null])
    const stranger = app.visitor()
    const { key } = await make('7')
    const answer = await stranger.call('GET', '/session', undefined, { authorization: `Bearer ${key}` })
    expect(answer.body).toMatchObject({ user: null, actor: { scopes: ['clients:read'] } })
    const made = await stranger.call(
      'POST',
      '/keys',
      { name: 'x', scopes: ['contacts:read'] },
      { authorization: `Bearer ${key}` },
    )
    expect([made.status, made.body.error.code]).toEqual([403, 'keyLacksScope'])
    const wrong = await owner.get(`/keys?cursor=${first.body.next.slice(0, -2)}`)
    expect([wrong.status, wrong.body.error.code]).toEqual([400, 'badCursor'])
  })
})

async function lastUse({ db, workspaceId }: WorkspaceScope, id: string) {
  const own = and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id))
  return (await db.select().from(apiKeys).where(own))[0]?.lastUsedAt
}
