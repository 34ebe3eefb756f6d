import { afterEach, expect, test } from 'vitest'
import { type Door, openApp } from './accounts/testing.ts'
import { describePglite } from './database/testing.ts'

const OLENA = { name: 'Олена', email: 'olena@salon.test', password: 'дуже довгий пароль', salon: 'Салон' }

describePglite('hardening', (fresh) => {
  const apps: Awaited<ReturnType<typeof openApp>>[] = []
  const open = async (options: Parameters<typeof openApp>[1] = {}) => {
    const app = await openApp(await fresh(), options)
    apps.push(app)
    return app
  }
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })
  const codeOf = ({ status, body }: Awaited<ReturnType<Door['get']>>) => [status, body.error?.code]

  test('bodies are JSON of 64 KiB at most', async () => {
    const { visitor } = await open()
    const door = visitor()
    const post = (body: string, headers = {}) => door.call('POST', '/registration', body, headers)
    expect(codeOf(await post(JSON.stringify({ ...OLENA, name: 'О'.repeat(40_000) })))).toEqual([413, 'bodyTooLarge'])
    expect(codeOf(await post('{"name":'))).toEqual([400, 'malformedJson'])
    expect(codeOf(await post('name=Олена', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([
      ...[415, 'notJson'],
    ])
    expect(codeOf(await post(JSON.stringify(OLENA), { 'content-type': 'text/plain' }))).toEqual([415, 'notJson'])
    const toLibrary = await door.call('POST', '/auth/sign-in/email', '{"email":')
    expect(toLibrary.status).toBe(400)
    expect(JSON.stringify(toLibrary.body)).not.toMatch(/ at |node_modules/)
    expect((await post(JSON.stringify(OLENA))).status).toBe(200)
  })

  test('browsers run nothing but the files of this server, and promise https only behind TLS', async () => {
    const { visitor } = await open()
    const { headers } = await visitor().get('/session')
    const policy = headers.get('content-security-policy')!
    for (const rule of ["script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy.split('; ')).toContain(rule)
    }
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(headers.get('strict-transport-security')).toBeNull()
    const behindTls = await open({ publicUrl: 'https://salon.test' })
    const secure = (await behindTls.visitor().get('/session')).headers
    expect(secure.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  })

  test('cookies are for the server alone, and behind TLS for TLS alone', async () => {
    const register = async (publicUrl: string | null) => {
      const app = await open({ publicUrl })
      const { headers, status } = await app
        .visitor()
        .call('POST', '/registration', OLENA, { origin: publicUrl ?? 'http://salon.test' })
      expect(status).toBe(200)
      return headers.getSetCookie()
    }
    for (const cookie of await register('https://salon.test')) {
      expect(cookie).toMatch(/^__Secure-comeback/)
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag)
    }
    for (const cookie of await register(null)) {
      for (const flag of ['HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(flag)
      expect(cookie).not.toContain('Secure')
    }
  })

  test('tries are counted by the address a proxy of ours saw, whatever stands before it', async () => {
    const { visitor } = await open({ openRegistration: true, proxies: '10.1.0.0/16' })
    await visitor().post('/registration', OLENA)
    const guess = (n: number) =>
      visitor('10.1.2.3').call(
        ...(['POST', '/auth/sign-in/email'] as const),
        { email: OLENA.email, password: `guess number ${n}` },
        { 'x-forwarded-for': `198.51.100.${n}, 203.0.113.7` },
      )
    const answers = []
    for (let n = 0; n < 5; n++) answers.push(await guess(n))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429])
    expect(answers[4]!.body.error.code).toBe('tooManyTries')
    expect(answers[4]!.headers.get('retry-after')).toBe('60')
    const right = { email: OLENA.email, password: OLENA.password }
    expect((await visitor().post('/auth/sign-in/email', right)).status).toBe(200)
  })

  test('accounts are tried out by nobody: not their making, not their codes', async () => {
    const { visitor } = await open({ openRegistration: true })
    const owner = visitor()
    await owner.post('/registration', OLENA)
    const { body } = await owner.post('/auth/two-factor/enable', { password: OLENA.password })
    expect(body.backupCodes.length).toBeGreaterThan(5)
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) {
      statuses.push((await owner.post('/auth/two-factor/verify-totp', { code: `00000${n}` })).status)
    }
    expect(statuses.at(-1)).toBe(429)
    const made: number[] = []
    const { email } = OLENA
    for (let n = 0; n < 12; n++) made.push((await visitor().post('/registration-links', { email })).status)
    expect(made[0]).toBe(200)
    expect(made.at(-1)).toBe(429)
  })

  test('an unknown address costs the same work as a wrong password', async () => {
    const { visitor } = await open()
    await visitor().post('/registration', OLENA)
    const time = async (email: string, address: string) => {
      const begin = performance.now()
      const password = 'wrong password'
      await visitor(address).post('/auth/sign-in/email', { email, password })
      return performance.now() - begin
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let n = 0; n < 5; n++) {
      known.push(await time(OLENA.email, `203.0.113.${n}`))
      unknown.push(await time('nobody@salon.test', `203.0.113.${n + 100}`))
    }
    // hashing the password takes most of it: without that the unknown would answer in a twentieth
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
  })

  test('where strangers may come first, the first account asks for the code of the console', async () => {
    const { visitor } = await open({ setupCode: 'ABCD-EFGH-JKLM-NPQR' })
    const stranger = visitor()
    expect((await stranger.get('/session')).body).toMatchObject({ registration: 'first', asksSetupCode: true })
    expect(codeOf(await stranger.post('/registration', OLENA))).toEqual([403, 'setupCodeWrong'])
    const wrong = { ...OLENA, setupCode: 'ABCD-EFGH-JKLM-NPQS' }
    expect(codeOf(await stranger.post('/registration', wrong))).toEqual([403, 'setupCodeWrong'])
    expect((await stranger.post('/registration', { ...OLENA, setupCode: ' abcd-efgh-jklm-npqr ' })).status).toBe(200)
    expect((await stranger.get('/session')).body).toMatchObject({ registration: 'invited', asksSetupCode: false })
  })
})

test('a set-up code is asked for where others can reach the server', async () => {
  const { mkdtempSync, readFileSync, rmSync, statSync } = await import('node:fs')
  const { setupCodeFor } = await import('./setup-code.ts')
  const dataFolder = mkdtempSync('/tmp/comeback-setup-')
  const codeFor = (host: string, publicUrl: string | null = null) => setupCodeFor({ host, publicUrl, dataFolder })
  for (const host of ['127.0.0.1', '::1', 'localhost']) expect(codeFor(host)).toBeNull()
  expect(codeFor('127.0.0.1', 'http://localhost:4600')).toBeNull()
  const code = codeFor('0.0.0.0')
  expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
  expect(codeFor('127.0.0.1', 'https://salon.example')).toBe(code)
  expect(readFileSync(`${dataFolder}/setup-code`, 'utf8')).toBe(code)
  expect(statSync(`${dataFolder}/setup-code`).mode & 0o777).toBe(0o600)
  rmSync(dataFolder, { recursive: true })
})
