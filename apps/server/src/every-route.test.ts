import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { makeKey, revokeKey } from './accounts/api-keys.ts'
import { type Door, openApp } from './accounts/testing.ts'
import { bookable, storeBook } from './book/index.ts'
import { bookOf } from './book/testing.ts'
import { describeStores } from './database/testing.ts'
import { KEY_SCOPES, type KeyScope, ROLES, type Role } from './permissions.ts'

interface Operation {
  method: string
  path: string
  parameters: { name: string; in: string; schema?: { enum?: string[]; type?: string } }[]
  hasBody: boolean
}

/** Answers to everybody: who am I, and the ways to become somebody. */
const OPEN = [
  'GET /api/session',
  'POST /api/session/workspace',
  'POST /api/session/practice',
  'POST /api/registration',
  'POST /api/registration-links',
  'GET /api/registration-links/{token}',
  'POST /api/registration-links/{token}',
  'GET /api/invitations/{token}',
  'POST /api/invitations/{token}/acceptance',
  'POST /api/invitations/{token}/registration',
]

/** For hosts, whom no role makes. */
const HOSTS = /\/host\//

/** What a role gets 403 from; everything else it may ask. */
const CLOSED: Record<Role, RegExp> = {
  owner: /^$/,
  manager: /\/workspace\/go/,
  administrator:
    /\/campaigns\/\{id\}\/(approve|pause|resume|stop|again)|\/automations\/\{id\}\/(on|off)|DELETE \/api\/automations|PUT \/api\/campaign-settings|PUT .*\/bonuses|PATCH \/api\/booking-page|\/privacy|\/personal-data|\/audit|\/keys|\/webhooks|\/channels|\/members|\/workspace\/go|PATCH \/api\/workspace|\/practice\/|\/undo/,
  analyst:
    /(POST|PATCH|DELETE) \/api\/(campaigns|automations)|\/(campaigns|automations)\/\{id\}\/preview|PUT \/api\/campaign-settings|(PUT|POST) .*\/bonuses|\/booking-page|\/calls|\/replies|\/survey-answers|\/privacy|\/consents|\/clients\/\{id\}\/language|\/chats|\/personal-data|\/audit|\/keys|\/webhooks|\/channels|\/members|\/workspace\/go|PATCH \/api\/workspace|\/practice\/|\/imports|(POST|PATCH|DELETE) \/api\/groups(?!\/preview)/,
  master:
    /\/campaign|\/automation|\/bonuses|\/booking-page|\/calls|\/replies|\/survey-answers|\/privacy|\/consents|\/clients\/\{id\}\/language|\/chats|\/personal-data|\/audit|\/keys|\/webhooks|\/channels|\/members|\/workspace\/go|PATCH \/api\/workspace|\/practice\/|\/imports|\/exports|\/groups|\/quality|\/(health|cohorts|lifetime|other-tools)$/,
}

/** What a key of one scope is let through to; everything else answers 403. */
const BY_SCOPE: Record<KeyScope, RegExp> = {
  'reports:read': /^GET \/api\/(workspace|quality|reports\/(?!people)[\w-]+|exports\/(report|health|rebooking))$/,
  'clients:read':
    /^GET \/api\/(clients(\/\{id\})?|reports\/(rebooking\/)?people|exports\/((rebooking\/)?people|clients))$/,
  'contacts:read': /^$/,
  'imports:write': /\/api\/imports/,
  'webhooks:write': /\/api\/webhooks/,
  'winback:read':
    /^GET \/api\/(campaign-(settings|results)|automation-forecast|(campaigns|automations)(\/\{id\}(\/(check|people|results|calls|known-effect))?)?$|booking-page|calls|replies|survey-answers|groups|bonuses|exports\/bonuses|clients\/\{id\}\/bonuses)|\/groups\/preview$/,
  'winback:write':
    /^(?!GET)\w+ \/api\/(campaign|automation|calls|replies|groups|bonuses\/[ao]|clients\/\{id\}\/bonuses)(?!\/preview)|\/(campaigns|automations)\/\{id\}\/preview\//,
}

/** Requests made up for each operation; ten thousand in all with FUZZ=10000. */
const FUZZ = Number(process.env.FUZZ ?? 600)
const COMMAND_LINE = { kind: 'commandLine' } as const
const FOREIGN = 'Чужий клієнт'

describeStores('every route', (fresh) => {
  const apps: Awaited<ReturnType<typeof openApp>>[] = []
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close()
  })

  /** Two businesses on one host, the second with a client whose name must not come out anywhere else. */
  async function host() {
    const app = await openApp(await fresh(), { openRegistration: true })
    apps.push(app)
    const owner = app.visitor()
    await owner.post('/registration', { ...person('owner'), salon: 'Свій' })
    const other = app.visitor()
    await app.register(other, { ...person('other'), salon: 'Чужий' })
    await storeClient(app, other, FOREIGN)
    await storeClient(app, owner, 'Своя клієнтка')
    const { paths } = (await owner.get('/openapi.json')).body
    return { app, owner, operations: operationsOf(paths) }
  }

  test('asks who is there, but for the ways in', async () => {
    const { app, operations } = await host()
    for (const operation of operations) {
      const { status, body } = await send(app.visitor(), operation, {})
      const name = `${operation.method} ${operation.path}`
      if (OPEN.includes(name)) expect([name, status]).not.toEqual([name, 500])
      else expect([name, status, body.error?.code]).toEqual([name, 401, 'notSignedIn'])
    }
  })

  test('opens to each role what is theirs and nothing more', async () => {
    const { app, owner, operations } = await host()
    for (const role of ROLES) {
      const member = app.visitor()
      const rights = { role, staff: null, seesContacts: false, locations: null }
      const { link } = (await owner.post('/members/invitations', rights)).body
      const joined = await app.register(member, person(`invited-${role}`), link.split('/').at(-1))
      expect(joined.status).toBe(200)
      for (const operation of operations) {
        const name = `${operation.method} ${operation.path}`
        if (OPEN.includes(name) || name.includes('/operator/')) continue
        const { status } = await send(member, operation, {})
        expect([role, name, status === 403]).toEqual([role, name, HOSTS.test(name) || CLOSED[role].test(name)])
      }
    }
  })

  test('opens to a key what its scope says and nothing more', async () => {
    const { app, owner, operations } = await host()
    const { workspaceId } = (await owner.get('/session')).body
    for (const scope of KEY_SCOPES) {
      const program = bearing(app.visitor(), await newKey(app, workspaceId, [scope]))
      for (const operation of operations) {
        const name = `${operation.method} ${operation.path}`
        if (OPEN.includes(name) || name.includes('/operator/')) continue
        const { status } = await send(program, operation, {})
        expect([scope, name, status !== 403]).toEqual([scope, name, BY_SCOPE[scope].test(name)])
      }
    }
  })

  test('shuts to keys that expired, were revoked or never were', async () => {
    const { app, owner, operations } = await host()
    const { workspaceId } = (await owner.get('/session')).body
    const all = [...KEY_SCOPES]
    const revoked = await newKey(app, workspaceId, all)
    const { keys } = (await owner.get('/keys')).body
    await revokeKey(app.scopeOf(workspaceId), COMMAND_LINE, keys[0].id)
    const shut = {
      keyExpired: await newKey(app, workspaceId, all, new Date(Date.now() - 1000)),
      keyRevoked: revoked,
      keyUnknown: `${revoked}x`,
    }
    for (const [code, key] of Object.entries(shut)) {
      for (const operation of operations.filter(({ path }) => !path.includes('/operator/'))) {
        const name = `${operation.method} ${operation.path}`
        const { status, body } = await send(bearing(app.visitor(), key), operation, {})
        if (!OPEN.includes(name)) expect([name, status, body.error?.code]).toEqual([name, 401, code])
      }
    }
  })

  test('knows nothing of another business for a key, and without contacts:read no names', async () => {
    const { app, owner } = await host()
    const { workspaceId } = (await owner.get('/session')).body
    const program = async (...scopes: KeyScope[]) => bearing(app.visitor(), await newKey(app, workspaceId, scopes))
    const blind = await program('clients:read')
    const seeing = await program('clients:read', 'contacts:read')
    const nameOf = async (door: Door) => (await door.get('/clients')).body.rows.map((row: { name: string }) => row.name)
    expect([await nameOf(blind), await nameOf(seeing)]).toEqual([[''], ['Своя клієнтка']])
    expect((await blind.get(`/clients?search=${encodeURIComponent('Нікого')}`)).body.total).toBe(1)
    expect((await seeing.get('/clients/2')).status).toBe(404)
  })

  test('bears whatever it is sent, and tells nothing of another business', async () => {
    const { owner, operations } = await host()
    const many = Math.ceil(FUZZ / operations.length)
    for (const operation of operations) {
      if (operation.path.endsWith('/members/{userId}')) continue
      await fc.assert(
        fc.asyncProperty(inputOf(operation), async (input) => {
          const { status, body } = await send(owner, operation, input)
          expect(status).not.toBe(500)
          expect(JSON.stringify(body)).not.toContain(FOREIGN)
        }),
        { numRuns: many },
      )
    }
  }, 600_000)

  test('bears numbers greater than a row has, wherever one goes', async () => {
    const { owner, operations } = await host()
    for (const operation of operations) {
      const numbers = operation.parameters.filter(({ schema }) => schema?.type === 'integer')
      for (const value of numbers.length > 0 ? ['2147483648', '9007199254740993', '1e300', '-2147483649'] : []) {
        const values = Object.fromEntries(numbers.map(({ name }) => [name, value]))
        const { status } = await send(owner, operation, { values })
        expect([operation.method, operation.path, value, status]).not.toContain(500)
      }
    }
  })

  test('says which methods an address takes when it is asked with another', async () => {
    const { owner, operations } = await host()
    for (const path of new Set(operations.map((operation) => operation.path))) {
      const takes = operations.filter((each) => each.path === path).map(({ method }) => method)
      const method = ['PUT', 'DELETE', 'POST', 'GET'].find((each) => !takes.includes(each))!
      if (path.includes('/operator/') || HOSTS.test(path)) continue
      const { status, body, headers } = await owner.call(method, path.replace(/^\/api/, '').replace(/\{\w+\}/g, '1'))
      expect([method, path, status, body.error?.code]).toEqual([method, path, 405, 'methodNotAllowed'])
      const allowed = headers.get('allow')!.split(', ')
      // and what addresses with a number in that place take
      expect(allowed).toEqual(expect.arrayContaining(takes))
      expect(allowed).not.toContain(method)
    }
    expect((await owner.call('PUT', '/nothing')).status).toBe(404)
  })

  test('knows no numbers of another business', async () => {
    const { owner } = await host()
    for (const path of ['/clients/2', '/imports/1', '/imports/1/rejects.csv']) {
      expect([path, (await owner.get(path)).status]).toEqual([path, 404])
    }
    expect((await owner.get('/clients/1')).body.client.name).toBe('Своя клієнтка')
    expect((await owner.get('/clients')).body.total).toBe(1)
  })
})

const person = (name: string) => ({ name, email: `${name}@salon.test`, password: 'дуже довгий пароль' })

async function newKey(
  { scopeOf }: Awaited<ReturnType<typeof openApp>>,
  workspaceId: string,
  scopes: KeyScope[],
  expiresAt: Date | null = null,
): Promise<string> {
  return (await makeKey(scopeOf(workspaceId), COMMAND_LINE, { name: 'test', scopes, expiresAt })).key
}

/** A visitor whose every request carries a key. */
function bearing(door: Door, key: string): Door {
  const call: Door['call'] = (method, path, body, headers) =>
    door.call(method, path, body, { authorization: `Bearer ${key}`, ...headers })
  return { call, get: (path) => call('GET', path), post: (path, body = {}) => call('POST', path, body) }
}

async function storeClient({ scopeOf }: Awaited<ReturnType<typeof openApp>>, owner: Door, name: string) {
  const { workspaceId } = (await owner.get('/session')).body
  const book = bookOf([{ client: name, day: '2026-01-05', staff: name }], { [name]: { name } })
  await storeBook(scopeOf(workspaceId), bookable(book), { importId: 1, from: 0, onStep: async () => {} })
}

function operationsOf(
  paths: Record<string, Record<string, { parameters?: Operation['parameters']; requestBody?: object }>>,
) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
      return { method: method.toUpperCase(), path, parameters, hasBody: requestBody !== undefined }
    }),
  )
}

interface Input {
  values?: Record<string, string>
  body?: unknown
}

/** Values a person, a program or somebody with bad intentions might send. */
const ANYTHING = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'true',
    '2026-02-30',
    '2147483648',
    '9007199254740993',
    '2025-12',
    '2025-Q4',
    'next',
    '60d',
    'null',
    '../..',
  ),
  fc.constantFrom("'; DROP TABLE clients; --", '\u0000', '%00', '%', 'staff:', 'staff:\u0000', '𝕏'.repeat(300), '{}'),
  fc.integer().map(String),
)

function inputOf({ parameters, hasBody }: Operation): fc.Arbitrary<Input> {
  const values = Object.fromEntries(
    parameters.map(({ name, schema }) => [
      name,
      schema?.enum ? fc.oneof(fc.constantFrom(...schema.enum), ANYTHING) : ANYTHING,
    ]),
  )
  return fc.record(
    { values: fc.record(values, { requiredKeys: [] }), body: hasBody ? fc.jsonValue() : fc.constant(undefined) },
    { requiredKeys: ['values'] },
  ) as fc.Arbitrary<Input>
}

function send(door: Door, { method, path, parameters, hasBody }: Operation, { values = {}, body }: Input) {
  const query = new URLSearchParams()
  let filled = path.replace(/^\/api/, '')
  for (const { name, in: place } of parameters) {
    const value = values[name]
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(value || '1'))
    else if (value !== undefined) query.set(name, value)
  }
  return door.call(method, `${filled}?${query}`, hasBody ? (body ?? {}) : undefined)
}
