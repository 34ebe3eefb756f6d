import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import type { DriverStore, WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { describeStores, newScope } from '../database/testing.ts'
import type { AppError } from '../errors.ts'
import { createSealingVault } from '../vault/index.ts'
import { configureChannels } from './configure.ts'
import { addressesOf, openSender, type SendingChannel } from './index.ts'
import { listChannels } from './list-channels.ts'
import { removeChannel, setUpChannel } from './set-up-channel.ts'
import { channelAccounts } from './tables.ts'
import { testChannel } from './test-channel.ts'
import { message, reachHere, startGateway } from './testing.ts'

const WHO = { kind: 'commandLine' } as const
const TESTER = { who: WHO, confirmedEmail: null }
const NEVER = new AbortController().signal
const TURBO = { token: 'a secret token', sender: 'SALON' }
const DONE = { response_code: 800, response_status: 'SUCCESS_MESSAGE_ACCEPTED' }
const taken = { ...DONE, response_result: [{ response_code: 0, message_id: 'm1', response_status: 'OK' }] }

beforeEach(() => reachHere())

async function gatewayFor(...providers: string[]) {
  const gateway = await startGateway()
  onTestFinished(async () => void (await gateway.close()))
  reachHere(Object.fromEntries(providers.map((provider) => [provider, gateway.url])), 'https://salon.example')
  return gateway
}

describeStores('channels', (_, __, shared) => {
  let store: DriverStore
  beforeAll(async () => {
    store = await shared()
  })

  test('an account is set up, changed in part, shown without its secrets, and taken away', async () => {
    const scope = await newScope(store)
    await setUpChannel(scope, WHO, 'sms', { provider: 'turbosms', values: TURBO, partPrice: 59.5 })
    await setUpChannel(scope, WHO, 'sms', { values: { sender: 'SALON2' }, perSecond: 3 })
    const [shown, ...others] = await listChannels(scope)
    expect(others).toEqual([])
    expect(shown).toMatchObject({
      ...{ channel: 'sms', provider: 'turbosms', values: { sender: 'SALON2' }, secretsSet: ['token'] },
      ...{ isOn: true, perSecond: 3, partPrice: 59.5, lastError: null },
    })
    expect(JSON.stringify(shown)).not.toContain('a secret token')
    await setUpChannel(scope, WHO, 'sms', { isOn: false })
    expect(await openSender(scope, 'sms')).toBeNull()
    await removeChannel(scope, WHO, 'sms')
    expect(await listChannels(scope)).toEqual([])
    await expect(removeChannel(scope, WHO, 'sms')).rejects.toMatchObject({ code: 'channelNotSetUp' })
  })

  test('with a key secrets stand sealed, and are used all the same', async () => {
    const scope = await newScope({ ...store, vault: createSealingVault('k'.repeat(32)) })
    const gateway = await gatewayFor('turbosms')
    gateway.says(taken)
    await setUpChannel(scope, WHO, 'sms', { provider: 'turbosms', values: TURBO })
    const [row] = await scope.db
      .select()
      .from(channelAccounts)
      .where(eq(channelAccounts.workspaceId, scope.workspaceId))
    expect(row).toMatchObject({
      secrets: expect.stringMatching(/^sealed1:/),
      hookToken: expect.stringMatching(/^sealed1:/),
    })
    expect(await testChannel(scope, TESTER, 'sms', { to: '+380671112233', text: 'Перевірка' })).toMatchObject({
      kind: 'sent',
    })
    expect(gateway.got[0]!.headers.authorization).toBe('Bearer a secret token')
  })

  test('a test is no way to write to strangers: ten a day, but as many as one likes to one’s own address', async () => {
    const scope = await newScope(store)
    const gateway = await gatewayFor('turbosms')
    gateway.says(taken)
    await setUpChannel(scope, WHO, 'sms', { provider: 'turbosms', values: TURBO })
    const send = (to: string, confirmedEmail: string | null = null) =>
      testChannel(scope, { who: WHO, confirmedEmail }, 'sms', { to, text: 'Перевірка' }).then(
        ({ kind }) => kind,
        (error) => (error as AppError).code,
      )
    const kinds = []
    for (let n = 0; n < 11; n++) kinds.push(await send(`+38067111220${n % 10}`))
    expect(kinds).toEqual([...Array(10).fill('sent'), 'dailyLimit'])
    expect(gateway.got).toHaveLength(10)
    expect(await send('Olena@salon.test', 'olena@salon.test')).toBe('sent')
  })

  test('an open channel keeps to its settings, and its account knows what is wrong', async () => {
    const scope = await newScope(store)
    const gateway = await gatewayFor('turbosms')
    await setUpChannel(scope, WHO, 'sms', { provider: 'turbosms', values: TURBO, perSecond: 7, partPrice: 59.5 })
    const { sender, perSecond, costOf } = (await openSender(scope, 'sms'))!
    expect([perSecond, costOf('я'.repeat(70)), costOf('я'.repeat(71))]).toEqual([
      ...[7, { parts: 1, minor: 60 }],
      { parts: 2, minor: 119 },
    ])
    const troubles = async () => (await listChannels(scope))[0]!.lastError
    gateway.says({ response_code: 301, response_status: 'INVALID_TOKEN', response_result: null })
    await sender.send(message(), NEVER)
    expect(await troubles()).toBe('INVALID_TOKEN')
    gateway.says({
      ...DONE,
      response_result: [{ response_code: 305, message_id: null, response_status: 'INVALID_PHONE' }],
    })
    await sender.send(message(), NEVER)
    expect(await troubles()).toBe('INVALID_TOKEN')
    gateway.says(taken)
    await sender.send(message(), NEVER)
    expect(await troubles()).toBeNull()
    await sender.close()
  })

  test.each<[string, Parameters<typeof setUpChannel>[3], string]>([
    ['nothing chosen', { isOn: true }, 'channelNotSetUp'],
    ['a provider of another channel', { provider: 'smtp', values: {} }, 'channelFieldBad'],
    ['a field missing', { provider: 'turbosms', values: { token: 't' } }, 'channelFieldBad'],
    ['a field nobody asks for', { provider: 'turbosms', values: { ...TURBO, admin: 'yes' } }, 'channelFieldBad'],
    ['a line too many', { provider: 'turbosms', values: { ...TURBO, sender: 'A\r\nB' } }, 'channelFieldBad'],
    [
      'another site',
      { provider: 'smsc', values: { site: 'evil.example', login: 'a', password: 'b' } },
      'channelFieldBad',
    ],
    ['no address', { provider: 'genericSms', values: { url: 'file:///etc/passwd' } }, 'channelFieldBad'],
    ['the own network', { provider: 'genericSms', values: { url: 'http://169.254.169.254/' } }, 'webhookPrivate'],
  ])('%s is refused', async (_, change, code) => {
    configureChannels({ allowPrivate: false, gateways: {}, publicUrl: null, smtpUrl: null, mailFrom: '' })
    const scope = await newScope(store)
    await expect(setUpChannel(scope, WHO, 'sms', change)).rejects.toMatchObject({ code })
    expect(await listChannels(scope)).toEqual([])
  })

  test('the server’s mail is offered where it has some', async () => {
    const scope = await newScope(store)
    await expect(setUpChannel(scope, WHO, 'email', { provider: 'serverMail' })).rejects.toMatchObject({
      code: 'serverMailOff',
    })
  })

  test('a Telegram bot is asked who it is and told where to report; a wrong token stays with what was said', async () => {
    const scope = await newScope(store)
    const gateway = await gatewayFor('telegramBot')
    gateway.does((response, { url }) => {
      response.end(
        JSON.stringify(
          url!.endsWith('/getMe') ? { ok: true, result: { username: 'podil_bot' } } : { ok: true, result: true },
        ),
      )
    })
    const account = await setUpChannel(scope, WHO, 'telegram', { provider: 'telegramBot', values: { token: '1:a' } })
    expect(account).toMatchObject({
      values: { botName: '@podil_bot', botLink: 'https://t.me/podil_bot' },
      lastError: null,
    })
    expect(gateway.got.map(({ path }) => path)).toEqual(['/bot1:a/getMe', '/bot1:a/setWebhook'])
    expect(JSON.parse(gateway.got[1]!.body)).toEqual({
      url: `https://salon.example/hooks/${scope.workspaceId}/telegram/${account.hookToken}`,
      secret_token: expect.stringMatching(/^[0-9a-f]{64}$/),
      allowed_updates: ['message'],
    })
    gateway.says({ ok: false, error_code: 401, description: 'Unauthorized' }, 401)
    const wrong = await setUpChannel(scope, WHO, 'telegram', { values: { token: '1:b' } })
    expect(wrong).toMatchObject({ lastError: 'Unauthorized', lastErrorAt: expect.any(Date) })
  })

  test('a Viber bot likewise', async () => {
    const scope = await newScope(store)
    const gateway = await gatewayFor('viberBot')
    gateway.says({ status: 0, status_message: 'ok', name: 'Салон', uri: 'podil' })
    const values = { token: 'tok', senderName: 'Салон' }
    const account = await setUpChannel(scope, WHO, 'viber', { provider: 'viberBot', values })
    expect(account.values).toMatchObject({ botName: 'Салон', botLink: 'viber://pa?chatURI=podil' })
    expect(gateway.got.map(({ path }) => path)).toEqual(['/pa/get_account_info', '/pa/set_webhook'])
    expect(gateway.got[1]!.headers['x-viber-auth-token']).toBe('tok')
  })

  test('clients have addresses by what is known of them, and none once erased', async () => {
    const scope = await newScope(store)
    await storeClients(scope)
    expect(await addressesOf(scope, [1, 2, 3, 99])).toEqual(
      new Map([
        [1, { email: 'anna@client.test', sms: '+380671112233', whatsapp: '+380671112233' }],
        [2, { sms: '+380671112244', whatsapp: '+380671112244' }],
      ]),
    )
    await setUpChannel(scope, WHO, 'viber', { provider: 'turbosmsViber', values: TURBO })
    expect((await addressesOf(scope, [2])).get(2)).toMatchObject({ viber: '+380671112244' })
  })

  test('in the demo salon everything is open and nothing leaves', async () => {
    const scope = await newScope(store)
    const gateway = await gatewayFor('turbosms')
    await setUpChannel(scope, WHO, 'sms', { provider: 'turbosms', values: TURBO })
    await scope.db.update(workspaces).set({ isDemo: true }).where(eq(workspaces.id, scope.workspaceId))
    await storeClients(scope)
    const all: SendingChannel[] = ['email', 'sms', 'telegram', 'whatsapp', 'viber']
    for (const channel of all) {
      const { sender } = (await openSender(scope, channel))!
      expect(await sender.send(message(), NEVER)).toMatchObject({ kind: 'sent' })
    }
    expect(gateway.got).toEqual([])
    expect((await addressesOf(scope, [3])).get(3)).toEqual({ telegram: 'simulated:3' })
  })
})

/** Three clients: with phone and e-mail, with a phone, with neither. */
async function storeClients(scope: WorkspaceScope) {
  const visit = (client: string) => ({ client, day: '2026-01-05' })
  const book = bookOf([visit('a'), visit('b'), visit('c')], {
    a: { name: 'Анна', phone: '+380671112233', email: 'anna@client.test' },
    b: { name: 'Богдана', phone: '+380671112244' },
    c: { name: 'Віра', phone: '', email: '' },
  })
  await storeBook(scope, bookable(book), { importId: 1, from: 0, onStep: async () => {} })
}
