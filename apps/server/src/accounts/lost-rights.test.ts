import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { describeStores } from '../database/testing.ts'
import { memberships } from './tables.ts'
import { type Door, OPERATOR_TOKEN, openApp } from './testing.ts'

const OWNER = { name: 'Олена Коваль', email: 'olena@salon.test', password: 'дуже довгий пароль' }
const IRA = { name: 'Іра', email: 'ira@salon.test', password: 'another long password' }
const RIGHTS = { role: 'manager', staff: null, seesContacts: false, locations: null }

describeStores('what a person gave', (fresh) => {
  const apps: Awaited<ReturnType<typeof openApp>>[] = []
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })

  const opened = async () => {
    const store = await fresh()
    const app = await openApp(store)
    apps.push(app)
    let people = 0
    // everybody from an address of their own: tries are counted by it
    const visitor = () => app.visitor(`203.0.113.${people++}`)
    const owner = visitor()
    await owner.post('/registration', { ...OWNER, salon: 'Салон' })
    return { app: { ...app, visitor, store }, owner }
  }
  const invitation = async (from: Door, rights = {}) => {
    const { body } = await from.post('/members/invitations', { ...RIGHTS, ...rights })
    return new URL(body.link).pathname.split('/').at(-1)!
  }
  const withManager = async () => {
    const { app, owner } = await opened()
    const manager = app.visitor()
    await manager.post(`/invitations/${await invitation(owner)}/registration`, IRA)
    const { members } = (await owner.get('/members')).body
    const { id } = members.find(({ email }: { email: string }) => email === IRA.email)
    return { app, owner, manager, id: id as string }
  }
  const opens = async (app: { visitor(): Door }, token: string) =>
    (await app.visitor().get(`/invitations/${token}`)).status === 200

  const KEY = { name: 'Power BI', scopes: ['reports:read'], expiresAt: null }
  const lets = async (app: { visitor(): Door }, key: string) => {
    const { status, body } = await app
      .visitor()
      .call('GET', '/workspace', undefined, { authorization: `Bearer ${key}` })
    return status === 200 ? 'in' : body.error.code
  }

  test('an invitation and a key end when their maker is removed, and stay ended when they are let in again', async () => {
    const { app, owner, manager, id } = await withManager()
    const [theirs, others] = [await invitation(manager), await invitation(owner)]
    const { key } = (await manager.post('/keys', KEY)).body
    expect([await opens(app, theirs), await lets(app, key)]).toEqual([true, 'in'])
    const { members } = (await owner.get('/members')).body
    expect(members.map(({ keys }: { keys: string[] }) => keys)).toEqual([[], ['Power BI']])

    expect((await owner.call('DELETE', `/members/${id}`)).status).toBe(200)
    expect(await opens(app, theirs)).toBe(false)
    expect((await manager.post(`/invitations/${theirs}/acceptance`)).body.error.code).toBe('invitationNotFound')
    expect([await opens(app, others), await lets(app, key)]).toEqual([true, 'keyRevoked'])
    const { invitations } = (await owner.get('/members')).body
    expect(invitations).toHaveLength(1)
    expect((await owner.get('/keys')).body.keys).toMatchObject([{ name: 'Power BI', revokedAt: expect.any(String) }])
    const { events } = (await owner.get('/audit')).body
    expect(events.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['member.removed', 'invitation.withdrawn', 'key.revoked']),
    )

    expect((await manager.post(`/invitations/${others}/acceptance`)).status).toBe(200)
    expect([await opens(app, theirs), await lets(app, key)]).toEqual([false, 'keyRevoked'])
  })

  test('a smaller role ends what it may not give, and nothing else', async () => {
    const { app, owner, manager, id } = await withManager()
    expect((await owner.call('PATCH', `/members/${id}`, { role: 'owner' })).status).toBe(200)
    const [asOwner, asManager] = [await invitation(manager, { role: 'owner' }), await invitation(manager)]
    const { key } = (await manager.post('/keys', KEY)).body
    await owner.call('PATCH', `/members/${id}`, { role: 'manager' })
    expect([await opens(app, asOwner), await opens(app, asManager), await lets(app, key)]).toEqual([false, true, 'in'])
    await owner.call('PATCH', `/members/${id}`, { locations: ['Поділ'] })
    expect([await opens(app, asManager), await lets(app, key)]).toEqual([false, 'keyRevoked'])
  })

  test('what was given a moment after the right was gone does not count either', async () => {
    const { app, owner, manager, id } = await withManager()
    const token = await invitation(manager)
    const { key } = (await manager.post('/keys', KEY)).body
    // as a second server that does not know of the removal yet would leave it
    await app.store.db.delete(memberships).where(eq(memberships.userId, id))
    expect([await opens(app, token), await lets(app, key)]).toEqual([false, 'keyRevoked'])
    expect((await owner.get('/members')).body.members).toHaveLength(1)
  })

  test('a new password ends the links to another one, whichever way it was set', async () => {
    const { app, owner } = await opened()
    const ask = async () => {
      const before = app.mails.length
      await app.visitor().post('/auth/request-password-reset', { email: OWNER.email, redirectTo: '/reset' })
      await expect.poll(() => app.mails.length).toBe(before + 1)
      return /reset-password\?token=(\S+)/.exec(app.mails.at(-1)!.text)![1]!
    }
    const reset = async (token: string, newPassword: string) =>
      (await app.visitor().post('/auth/reset-password', { token, newPassword })).status
    const operator = { authorization: `Bearer ${OPERATOR_TOKEN}` }

    const [first, second] = [await ask(), await ask()]
    expect(await reset(second, 'зовсім новий пароль')).toBe(200)
    expect(await reset(first, 'пароль зі старого листа')).toBe(400)

    const third = await ask()
    await owner.post('/auth/sign-in/email', { email: OWNER.email, password: 'зовсім новий пароль' })
    const change = { currentPassword: 'зовсім новий пароль', newPassword: 'змінений мною пароль' }
    expect((await owner.post('/auth/change-password', change)).status).toBe(200)
    expect(await reset(third, 'пароль зі старого листа')).toBe(400)

    const fourth = await ask()
    const set = { email: OWNER.email, password: 'пароль з консолі сервера' }
    expect((await app.visitor().call('POST', '/operator/passwords', set, operator)).status).toBe(200)
    expect(await reset(fourth, 'пароль зі старого листа')).toBe(400)
  })

  test('a code of an authenticator signs in once, also when two come at the same time', async () => {
    const { app, owner } = await opened()
    const { body } = await owner.post('/auth/two-factor/enable', { password: OWNER.password })
    const secret = new URL(body.totpURI).searchParams.get('secret')!
    const confirmed = codeOf(secret, -1)
    expect((await owner.post('/auth/two-factor/verify-totp', { code: confirmed })).status).toBe(200)
    const signIn = async (code: string) => {
      const door = app.visitor()
      await door.post('/auth/sign-in/email', { email: OWNER.email, password: OWNER.password })
      const { status } = await door.post('/auth/two-factor/verify-totp', { code })
      expect(status === 200).toBe((await door.get('/session')).body.user !== null)
      return status
    }
    expect(await signIn(confirmed)).toBe(401)
    const code = codeOf(secret, 0)
    expect((await Promise.all([signIn(code), signIn(code)])).sort()).toEqual([200, 401])
    expect(await signIn(code)).toBe(401)
    expect(await signIn(codeOf(secret, 1))).toBe(200)
  })
})

/** The six digits an authenticator shows `steps` half minutes from now (RFC 6238). */
function codeOf(secret: string, steps: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = hash.at(-1)! & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
