import { afterEach, expect, test } from 'vitest'
import { describeStores } from '../database/testing.ts'
import { type Door, OPERATOR_TOKEN, openApp } from './testing.ts'

const OLENA = { name: 'Олена Коваль', email: 'olena@salon.test', password: 'дуже довгий пароль' }
const IRA = { name: 'Іра', email: 'ira@salon.test', password: 'another long password' }
const RIGHTS = { role: 'manager', staff: null, seesContacts: false, locations: null }

describeStores('accounts', (fresh) => {
  const apps: Awaited<ReturnType<typeof openApp>>[] = []
  const open = async (options: Parameters<typeof openApp>[1] = {}) => {
    const app = await openApp(await fresh(), options)
    apps.push(app)
    return app
  }
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })

  const registered = async ({ visitor }: Awaited<ReturnType<typeof open>>) => {
    const owner = visitor()
    expect((await owner.post('/registration', { ...OLENA, salon: 'Салон' })).status).toBe(200)
    return owner
  }
  const invited = async (owner: Door, rights: Partial<typeof RIGHTS>) => {
    const { body } = await owner.post('/members/invitations', { ...RIGHTS, ...rights })
    return new URL(body.link).pathname.split('/').at(-1)!
  }

  test('the first person becomes the owner of what the command line filled; nobody else may register', async () => {
    const app = await open()
    const stranger = app.visitor()
    expect((await stranger.get('/session')).body).toMatchObject({ user: null, actor: null, registration: 'first' })
    expect((await stranger.get('/workspace')).body.error.code).toBe('notSignedIn')
    const owner = await registered(app)
    expect((await owner.get('/session')).body).toMatchObject({
      user: { name: OLENA.name, email: OLENA.email, twoFactor: false },
      actor: { role: 'owner' },
      workspaceId: app.workspaces.own.workspaceId,
      workspaces: [{ name: 'Салон', role: 'owner' }],
      registration: 'invited',
    })
    expect((await owner.get('/workspace')).body).toMatchObject({ name: 'Салон' })
    const late = await stranger.post('/registration', { ...IRA, salon: 'Інший' })
    expect([late.status, late.body.error.code]).toEqual([403, 'registrationClosed'])
  })

  test('of two first people at once one becomes the owner', async () => {
    const { visitor } = await open()
    const answers = await Promise.all(
      [OLENA, IRA].map((person) => visitor().post('/registration', { ...person, salon: 'Салон' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
  })

  test('on a host anybody opens a workspace of their own, and sees no other', async () => {
    const app = await open({ openRegistration: true })
    const olena = await registered(app)
    const ira = app.visitor()
    expect((await app.register(ira, { ...IRA, salon: 'Барбершоп' })).status).toBe(200)
    const [one, other] = [(await olena.get('/session')).body.workspaceId, (await ira.get('/session')).body.workspaceId]
    expect(one).not.toBe(other)
    expect((await ira.post('/session/workspace', { workspaceId: one })).status).toBe(404)
    expect((await ira.get('/members')).body.members.map((member: { email: string }) => member.email)).toEqual([
      IRA.email,
    ])
  })

  test('looks at the salon a page names, whatever the session has chosen since, and at no other', async () => {
    const app = await open({ openRegistration: true })
    const olena = await registered(app)
    const ira = app.visitor()
    await app.register(ira, { ...IRA, salon: 'Барбершоп' })
    const own = (await ira.get('/session')).body.workspaceId as string
    await ira.post(`/invitations/${await invited(olena, { role: 'manager' })}/acceptance`)
    const other = (await ira.get('/session')).body.workspaceId as string
    const seenBy = (visitor: typeof ira, asked: string) =>
      visitor.call('GET', '/workspace', undefined, { 'comeback-workspace': asked })
    expect((await ira.get('/workspace')).body.name).toBe('Салон')
    expect((await seenBy(ira, own.slice(-8))).body.name).toBe('Барбершоп')
    expect((await seenBy(ira, other)).body.name).toBe('Салон')
    const file = await ira.call('GET', `/exports/audit?format=csv&lang=en&comeback-workspace=${own}`)
    expect(file.status).toBe(200)

    const asking = { 'comeback-workspace': own }
    expect((await seenBy(olena, own)).body.error.code).toBe('workspaceNotFound')
    expect((await olena.call('GET', '/session', undefined, asking)).body.workspaceId).toBe(other)
    expect((await seenBy(app.visitor(), own)).body.error.code).toBe('notSignedIn')
  })

  test('signs in and out, answers unknown people as it answers wrong passwords, and keeps cookies to itself', async () => {
    const app = await open()
    await registered(app)
    const olena = app.visitor()
    const wrong = await olena.post('/auth/sign-in/email', { email: OLENA.email, password: 'wrong password' })
    const unknown = await olena.post('/auth/sign-in/email', { email: 'nobody@salon.test', password: 'wrong password' })
    expect(unknown.status).toBe(401)
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body])
    const { password, email } = OLENA
    const signedIn = await olena.post('/auth/sign-in/email', { email, password })
    expect(signedIn.status).toBe(200)
    expect(signedIn.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i)
    expect((await olena.get('/session')).body.user).toMatchObject({ email })
    expect((await olena.post('/auth/sign-out')).status).toBe(200)
    expect((await olena.get('/session')).body.user).toBeNull()
    expect((await olena.post('/auth/sign-up/email', IRA)).status).toBe(404)
  })

  test('refuses weak passwords, taken addresses, and pages of other sites', async () => {
    const app = await open()
    const weak = await app.visitor().post('/registration', { ...OLENA, password: 'short', salon: 'Салон' })
    expect([weak.status, weak.body.error.code]).toEqual([400, 'weakPassword'])
    const owner = await registered(app)
    const token = await invited(owner, { role: 'manager' })
    const taken = await app.visitor().post(`/invitations/${token}/registration`, OLENA)
    expect([taken.status, taken.body.error.code]).toEqual([409, 'emailTaken'])
    const evil = await owner.call('PATCH', '/workspace', { name: 'Зламано' }, { origin: 'https://evil.test' })
    expect([evil.status, evil.body.error.code]).toEqual([403, 'otherSite'])
    expect((await owner.get('/workspace')).body.name).toBe('Салон')
  })

  test('an invitation works once, for a new person or one who has an account', async () => {
    const app = await open({ openRegistration: true })
    const owner = await registered(app)
    const token = await invited(owner, { role: 'manager' })
    const ira = app.visitor()
    expect((await ira.get(`/invitations/${token}`)).body).toEqual({
      workspaceName: 'Салон',
      email: '',
      role: 'manager',
    })
    expect((await app.register(ira, IRA, token)).status).toBe(200)
    expect((await ira.get('/session')).body.actor.role).toBe('manager')
    const again = await app.visitor().post('/registration-links', { email: 'x@salon.test', invitation: token })
    expect([again.status, again.body.error.code]).toEqual([404, 'invitationNotFound'])

    const second = await invited(owner, { role: 'analyst' })
    const boris = app.visitor()
    await app.register(boris, { name: 'Борис', email: 'b@salon.test', password: IRA.password, salon: 'Свій' })
    expect((await boris.post(`/invitations/${second}/acceptance`)).status).toBe(200)
    expect((await boris.get('/session')).body).toMatchObject({
      actor: { role: 'analyst' },
      workspaces: [{ name: 'Свій' }, { name: 'Салон' }],
    })
    const { members, invitations } = (await owner.get('/members')).body
    expect(members.map((member: { role: string }) => member.role)).toEqual(['owner', 'manager', 'analyst'])
    expect(invitations).toEqual([])
  })

  test('a manager makes no owners and does not touch them; the last owner stays', async () => {
    const app = await open()
    const owner = await registered(app)
    const manager = app.visitor()
    await manager.post(`/invitations/${await invited(owner, { role: 'manager' })}/registration`, IRA)
    const { members } = (await owner.get('/members')).body
    const [ownerId, managerId] = members.map(({ id }: { id: string }) => id)
    const codes = [
      await manager.post('/members/invitations', { ...RIGHTS, role: 'owner' }),
      await manager.call('PATCH', `/members/${managerId}`, { role: 'owner' }),
      await manager.call('DELETE', `/members/${ownerId}`),
      await owner.call('PATCH', `/members/${ownerId}`, { role: 'manager' }),
      await owner.call('DELETE', `/members/${ownerId}`),
    ].map(({ body }) => body.error.code)
    expect(codes).toEqual(['notAllowed', 'notAllowed', 'notAllowed', 'lastOwner', 'lastOwner'])
    expect((await owner.call('PATCH', `/members/${managerId}`, { role: 'owner' })).status).toBe(200)
    expect((await manager.call('DELETE', `/members/${ownerId}`)).status).toBe(200)
    expect((await owner.get('/workspace')).body.error.code).toBe('notSignedIn')
  })

  test('invitations are mailed and can be withdrawn', async () => {
    const app = await open()
    const owner = await registered(app)
    const { body } = await owner.post('/members/invitations', { ...RIGHTS, email: 'ira@salon.test' })
    expect(body.mailed).toBe(true)
    expect(app.mails).toMatchObject([{ to: 'ira@salon.test', text: expect.stringContaining(body.link) }])
    expect((await owner.call('DELETE', `/members/invitations/${body.id}`)).status).toBe(200)
    const token = new URL(body.link).pathname.split('/').at(-1)
    expect((await app.visitor().get(`/invitations/${token}`)).body.error.code).toBe('invitationNotFound')
  })

  test('a forgotten password is reset by mail, which ends the sessions there were', async () => {
    const app = await open()
    const owner = await registered(app)
    const visitor = app.visitor()
    const asked = await visitor.post('/auth/request-password-reset', { email: OLENA.email, redirectTo: '/reset' })
    const unknown = await visitor.post('/auth/request-password-reset', { email: 'no@salon.test', redirectTo: '/reset' })
    expect([asked.status, asked.body]).toEqual([unknown.status, unknown.body])
    await expect.poll(() => app.mails.length).toBe(1)
    const token = /reset-password\?token=(\S+)/.exec(app.mails[0]!.text)![1]
    const newPassword = 'зовсім новий пароль'
    expect((await visitor.post('/auth/reset-password', { token, newPassword })).status).toBe(200)
    expect((await owner.get('/session')).body.user).toBeNull()
    expect((await owner.post('/auth/sign-in/email', { email: OLENA.email, password: newPassword })).status).toBe(200)
  })

  test('the command line on this machine is an owner; another token is nobody', async () => {
    const app = await open()
    const terminal = app.visitor()
    const as = (token: string) => terminal.call('GET', '/imports', undefined, { authorization: `Bearer ${token}` })
    expect((await as(OPERATOR_TOKEN)).status).toBe(200)
    expect((await as(`${OPERATOR_TOKEN}x`)).body.error.code).toBe('notSignedIn')
  })
})
