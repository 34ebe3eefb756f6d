import { afterEach, expect, test } from 'vitest'
import { startMailServer, textOf } from '../channels/testing.ts'
import { describePglite } from '../database/testing.ts'
import { createSeal } from '../http/seal.ts'
import { createMailer } from '../mail/index.ts'
import { openRegistrationLink } from './registration-links.ts'
import { openApp, type Reply } from './testing.ts'

const OLENA = { name: 'Олена', email: 'olena@salon.test', password: 'дуже довгий пароль' }
const IRA = { name: 'Іра', email: 'ira@salon.test', password: 'another long password' }
const RIGHTS = { role: 'manager', staff: null, seesContacts: false, locations: null }
const HOUR = 3_600_000

describePglite('who asks about an address', (fresh) => {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  /** A host with Olena's account on it, and a mail server that takes mail only once it may. */
  async function host() {
    const may = Promise.withResolvers<void>()
    const server = await startMailServer({ onRcptTo: (_, __, done) => void may.promise.then(() => done()) })
    closing.push(server.close)
    const mailer = createMailer(`smtp://127.0.0.1:${server.port}`, 'Comeback <post@host.test>')
    const app = await openApp(await fresh(), { openRegistration: true, mailer })
    closing.push(app.close)
    const owner = app.visitor()
    expect((await owner.post('/registration', { ...OLENA, salon: 'Салон' })).status).toBe(200)
    const { link } = (await owner.post('/members/invitations', RIGHTS)).body
    return { ...app, server, letMailIn: may.resolve, invitation: link.split('/').at(-1) as string }
  }

  test('is answered the same for a known one and an unknown one, before any mail has left', async () => {
    const { visitor, server, letMailIn, invitation } = await host()
    const doors: [path: string, body: object][] = [
      ['/registration-links', {}],
      ['/registration-links', { invitation }],
      ['/auth/request-password-reset', { redirectTo: '/reset-password' }],
      [`/invitations/${invitation}/registration`, { name: 'Хтось', password: 'a password never used' }],
      ['/registration', { name: 'Хтось', password: 'a password never used', salon: 'Салон' }],
      ['/auth/sign-in/email', { password: 'a password never used' }],
    ]
    for (const [path, body] of doors) {
      const ask = async (email: string) => told(await visitor().post(path, { ...body, email }))
      expect([path, await ask(OLENA.email)]).toEqual([path, await ask(IRA.email)])
    }
    expect(server.got).toEqual([])
    letMailIn()
    const mails = () =>
      server.got.map((mail) => `${mail.to} ${/\/(register\?|sign-in|reset-password)/.exec(textOf(mail))?.[1]}`)
    await expect
      .poll(() => mails().sort())
      .toEqual([
        ...['ira@salon.test register?', 'ira@salon.test register?'],
        ...['olena@salon.test reset-password', 'olena@salon.test sign-in', 'olena@salon.test sign-in'],
      ])
    const known = server.got.map(textOf).filter((text) => text.includes('/sign-in'))
    expect(known.some((text) => text.includes(`/invitation/${invitation}`))).toBe(true)
  })

  test('finishes with the link of the mail, once', async () => {
    const { visitor, server, letMailIn } = await host()
    letMailIn()
    const ira = visitor()
    await ira.post('/registration-links', { email: 'Ira@Salon.test' })
    await expect.poll(() => server.got.length).toBe(1)
    const token = /token=([\w-]+)/.exec(textOf(server.got[0]!))![1]!
    const path = `/registration-links/${token}`
    expect((await ira.get(path)).body).toEqual({ email: IRA.email, workspaceName: null })
    const { name, password } = IRA
    expect((await ira.post(path, { name, password })).body.error).toMatchObject({
      ...{ code: 'badRequest', details: { field: 'salon' } },
    })
    expect((await ira.post(path, { name, password, salon: 'Барбершоп' })).status).toBe(200)
    expect((await ira.get('/session')).body).toMatchObject({
      ...{ user: { email: IRA.email }, workspaces: [{ name: 'Барбершоп', role: 'owner' }] },
    })
    expect((await visitor().post(path, { name, password, salon: 'Ще' })).body.error.code).toBe('emailTaken')
    expect((await ira.get(`${path}x`)).body.error.code).toBe('registrationLinkOld')
    const seal = createSeal('s'.repeat(40))
    expect(openRegistrationLink(seal, token, Date.now() + 23 * HOUR).email).toBe(IRA.email)
    expect(() => openRegistrationLink(seal, token, Date.now() + 25 * HOUR)).toThrow('too old')
  })

  test('nobody asks before the first owner, nor where accounts are made by invitation', async () => {
    const app = await openApp(await fresh(), { openRegistration: true })
    closing.push(app.close)
    const asked = async ({ visitor }: typeof app) =>
      (await visitor().post('/registration-links', { email: IRA.email })).body.error.code
    expect(await asked(app)).toBe('registrationClosed')
    const closed = await openApp(await fresh())
    closing.push(closed.close)
    await closed.visitor().post('/registration', { ...OLENA, salon: 'Салон' })
    expect([await asked(closed), closed.mails]).toEqual(['registrationClosed', []])
  })
})

/** All that an answer tells, but for the number of the request and its nonce. */
function told({ status, body, headers }: Reply) {
  const own = ['x-request-id', 'content-security-policy']
  return { status, body, headers: [...headers].filter(([name]) => !own.includes(name)) }
}
