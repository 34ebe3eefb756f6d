import { createHash, createHmac } from 'node:crypto'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { bookable, findContacts, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { findConsents, mayContact } from '../consent/index.ts'
import type { DriverStore, WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { createSealingVault } from '../vault/index.ts'
import { findAccount } from './account.ts'
import {
  addressesOf,
  channelHookRoutes,
  type DeliveryReport,
  inviteToChat,
  listChats,
  type SendingChannel,
} from './index.ts'
import { exportChannels, forgetChannels, sealStoredChannels } from './personal-data.ts'
import type { Provider } from './providers.ts'
import { setUpChannel } from './set-up-channel.ts'
import { reachHere, startGateway } from './testing.ts'

const WHO = { kind: 'commandLine' } as const
const PHONE = '+380671112233'
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const VALUES: Partial<Record<Provider, Record<string, string>>> = {
  twilio: { accountSid: 'AC1', authToken: 'tok', sender: '+15005550006' },
  turbosms: { token: 'tok', sender: 'SALON', hookSecret: 's3' },
  smsc: { login: 'salon', password: 'p', hookSecret: 's3' },
  genericSms: { url: 'https://gateway.example/' },
  telegramBot: { token: '1:a' },
  whatsappCloud: { phoneNumberId: '1055', accessToken: 'tok', appSecret: 's3' },
  viberBot: { token: 'tok', senderName: 'Салон' },
}

describeStores('what gateways tell', (_, __, shared) => {
  let store: DriverStore
  let gateway: Awaited<ReturnType<typeof startGateway>>
  beforeAll(async () => {
    store = await shared()
  })
  beforeEach(async () => {
    gateway = await startGateway((response, { url = '' }) => {
      const me = { ok: true, result: { username: 'podil_bot', message_id: 1, chat: { id: 5 } } }
      response.end(
        JSON.stringify(
          url.startsWith('/pa')
            ? { status: 0, uri: 'podil', message_token: 9 }
            : { ...me, sid: 'SM9', messages: [{ id: 'wamid.9' }] },
        ),
      )
    })
    onTestFinished(async () => void (await gateway.close()))
    reachHere(Object.fromEntries(Object.keys(VALUES).map((name) => [name, gateway.url])), 'https://salon.example')
  })

  /** A workspace with one channel, and a gateway's way to speak to it. */
  async function listening(channel: SendingChannel, provider: Provider) {
    const scope = await newScope(store)
    const book = bookOf(
      [
        { client: 'a', day: '2026-01-05' },
        { client: 'b', day: '2026-01-05' },
      ],
      {
        a: { name: 'Анна', phone: PHONE },
        b: { name: 'Богдана', phone: '+380671112244' },
      },
    )
    await storeBook(scope, bookable(book), { importId: 1, from: 0, onStep: async () => {} })
    await setUpChannel(scope, WHO, channel, { provider, values: VALUES[provider]! })
    const { hookUrl } = (await findAccount(scope, channel))!
    const reports: DeliveryReport[] = []
    let isBroken = false
    const breaks = (now: boolean) => {
      isBroken = now
    }
    const app = channelHookRoutes({
      store,
      onDelivery: async (_scope, report) => {
        if (isBroken) throw new Error('the database went')
        reports.push(report)
      },
    })
    app.onError((_error, c) => c.text('', 500))
    const call = async (body: string | null, headers: Record<string, string> = {}, search = '') => {
      const path = hookUrl!.replace('https://salon.example/hooks', '')
      const method = body === null ? 'GET' : 'POST'
      const response = await app.request(path + search, { method, body, headers })
      return { status: response.status, text: await response.text() }
    }
    const sent = () => gateway.got.filter(({ path }) => /sendMessage|send_message|Messages\.json|messages$/.test(path))
    return { scope, app, call, reports, hookUrl: hookUrl!, sent, breaks }
  }

  /** May they be written to by a channel for marketing, where silence is consent; and reminded? */
  async function may(scope: WorkspaceScope, channel: SendingChannel, id = 1) {
    const said = (await findConsents(scope, [id])).get(id) ?? []
    const rule = { softOptIn: true }
    return [mayContact(said, channel, 'marketing', rule), mayContact(said, channel, 'reminders', rule)]
  }

  const twilioSign = (url: string, fields: Record<string, string>) => {
    const signed =
      url +
      Object.keys(fields)
        .sort()
        .map((name) => name + fields[name])
        .join('')
    return { ...FORM, 'x-twilio-signature': createHmac('sha1', 'tok').update(signed).digest('base64') }
  }

  test('Twilio: reports by its own id and ours, moving on only, whatever comes late or twice', async () => {
    const { call, reports, hookUrl } = await listening('sms', 'twilio')
    const tell = (MessageStatus: string, ErrorCode = '') => {
      const fields = { MessageSid: 'SM1', MessageStatus, ...(ErrorCode && { ErrorCode }) }
      return call(form(fields), twilioSign(`${hookUrl}?message=m-1`, fields), '?message=m-1')
    }
    for (const state of ['queued', 'sent', 'delivered', 'delivered', 'sent', 'undelivered', 'read', 'delivered']) {
      expect((await tell(state)).status).toBe(200)
    }
    expect(reports.map(({ state }) => state)).toEqual(['delivered', 'read'])
    expect(reports[0]).toMatchObject({ channel: 'sms', providerId: 'SM1', messageId: 'm-1', at: expect.any(Date) })
  })

  test('Twilio: without its signature, or with another token, nobody listens', async () => {
    const { call, reports, hookUrl, app } = await listening('sms', 'twilio')
    const fields = { MessageSid: 'SM1', MessageStatus: 'delivered' }
    expect((await call(form(fields), FORM)).status).toBe(403)
    expect((await call(form({ ...fields, MessageSid: 'SM2' }), twilioSign(hookUrl, fields))).status).toBe(403)
    const elsewhere = hookUrl.replace('https://salon.example/hooks', '').replace(/[^/]+$/, 'token')
    expect((await app.request(elsewhere, { method: 'POST', body: form(fields) })).status).toBe(404)
    for (const path of [
      '/x/sms/y',
      '/00000000-0000-7000-8000-000000000000/sms/y',
      '/00000000-0000-7000-8000-000000000000/fax/y',
    ]) {
      expect((await app.request(path)).status).toBe(404)
    }
    expect(reports).toEqual([])
  })

  test('what could not be noted is told again', async () => {
    const { call, reports, breaks } = await listening('sms', 'genericSms')
    breaks(true)
    expect((await call('{"id":"7","status":"delivered"}')).status).toBe(500)
    breaks(false)
    expect((await call('{"id":"7","status":"delivered"}')).status).toBe(200)
    expect(reports).toHaveLength(1)
  })

  test('STOP by SMS ends marketing by SMS, is answered once, and reminders go on', async () => {
    const { scope, call, hookUrl, sent } = await listening('sms', 'twilio')
    const write = (Body: string, MessageSid: string, more = {}) => {
      const fields = { MessageSid, From: PHONE, To: '+15005550006', Body, ...more }
      return call(form(fields), twilioSign(hookUrl, fields))
    }
    await write('Дякую, буду!', 'SM1')
    expect(await may(scope, 'sms')).toEqual([true, true])
    expect((await write(' стоп! ', 'SM2')).text).toContain('<Response>')
    await write(' стоп! ', 'SM2')
    await write('STOP', 'SM3')
    expect(await may(scope, 'sms')).toEqual([false, true])
    expect(await may(scope, 'email')).toEqual([true, true])
    expect(await may(scope, 'sms', 2)).toEqual([true, true])
    expect(sent()).toHaveLength(1)
    expect(new URLSearchParams(sent()[0]!.body).get('Body')).toContain('більше не надсилатиме вам реклами')
    const { replies } = await exportChannels(scope, 1)
    expect(replies.map(({ text }) => text)).toEqual(['Дякую, буду!', ' стоп! ', 'STOP'])
  })

  test('who stopped at Twilio itself has been answered there', async () => {
    const { scope, call, hookUrl, sent } = await listening('sms', 'twilio')
    const fields = { MessageSid: 'SM5', From: PHONE, Body: 'Enough', OptOutType: 'STOP' }
    await call(form(fields), twilioSign(hookUrl, fields))
    expect(await may(scope, 'sms')).toEqual([false, true])
    expect(sent()).toEqual([])
  })

  test('TurboSMS: signed by its key and the event, in either order', async () => {
    const { call, reports } = await listening('sms', 'turbosms')
    const tell = (id: string, status: string, signed: string) => {
      const signature = createHash('sha1').update(signed).digest('hex')
      return call(JSON.stringify({ id, signature, type: 'sms', data: { message_id: 'f83f', status } }))
    }
    expect((await tell('e1', 'DELIVRD', 'wrong')).status).toBe(403)
    expect((await tell('e1', 'Sent', 's3e1')).status).toBe(200)
    expect((await tell('e2', 'DELIVRD', 's3e2')).status).toBe(200)
    expect((await tell('e3', 'READ', 'e3s3')).status).toBe(200)
    expect(reports.map(({ providerId, state }) => [providerId, state])).toEqual([
      ['f83f', 'delivered'],
      ['f83f', 'read'],
    ])
  })

  test('SMSC: reports and replies, signed by MD5 or SHA-1', async () => {
    const { scope, call, reports } = await listening('sms', 'smsc')
    const md5 = (text: string) => createHash('md5').update(text).digest('hex')
    const status = { id: '481', phone: '380671112233', status: '1', ts: '1795348800', err: '0' }
    expect((await call(form(status), FORM)).status).toBe(403)
    expect(await call(form({ ...status, md5: md5('481:380671112233:1:s3') }), FORM)).toEqual({
      status: 200,
      text: 'OK',
    })
    expect(reports).toMatchObject([
      { providerId: '481', state: 'delivered', at: new Date(1_795_348_800_000), detail: '' },
    ])
    const reply = { phone: '380671112233', mes: 'ОТПИСАТЬСЯ', to: '380440000000', sms_id: '5' }
    await call(form({ ...reply, md5: md5('380671112233:ОТПИСАТЬСЯ:380440000000:s3') }), FORM)
    expect(await may(scope, 'sms')).toEqual([false, true])
  })

  test('a gateway nobody knows: JSON, a form or parameters', async () => {
    const { call, reports } = await listening('sms', 'genericSms')
    await call('{"ref":"m-1","status":"DELIVRD"}')
    await call(form({ id: '7', status: 'failed' }), FORM)
    await call(null, {}, '?id=8&status=read')
    await call('not at all {')
    expect(reports.map(({ providerId, messageId, state }) => [providerId, messageId, state])).toEqual([
      [null, 'm-1', 'delivered'],
      ['7', null, 'bounced'],
      ['8', null, 'read'],
    ])
  })

  test('WhatsApp: its question, reports with our id, a reply, and marketing stopped in the app', async () => {
    const { scope, call, reports, sent } = await listening('whatsapp', 'whatsappCloud')
    const { hookToken } = (await findAccount(scope, 'whatsapp'))!
    const ask = (token: string) => call(null, {}, `?hub.mode=subscribe&hub.challenge=1158&hub.verify_token=${token}`)
    expect([await ask(hookToken), (await ask('guess')).status]).toEqual([{ status: 200, text: '1158' }, 403])
    const tell = (value: object, phone_number_id = '1055') => {
      const body = JSON.stringify({ entry: [{ changes: [{ value: { metadata: { phone_number_id }, ...value } }] }] })
      return call(body, { 'x-hub-signature-256': `sha256=${createHmac('sha256', 's3').update(body).digest('hex')}` })
    }
    expect((await call('{}', { 'x-hub-signature-256': 'sha256=00' })).status).toBe(403)
    const status = { id: 'wamid.A', timestamp: '1795348800', recipient_id: '380671112233' }
    await tell({
      statuses: [
        { ...status, status: 'sent' },
        { ...status, status: 'delivered', biz_opaque_callback_data: 'm-1' },
      ],
    })
    await tell({
      statuses: [{ ...status, id: 'wamid.B', status: 'failed', errors: [{ code: 131049, title: 'Not delivered' }] }],
    })
    await tell({ statuses: [{ ...status, id: 'wamid.C', status: 'read' }] }, '9999')
    expect(reports).toMatchObject([
      { providerId: 'wamid.A', messageId: 'm-1', state: 'delivered', at: new Date(1_795_348_800_000) },
      { providerId: 'wamid.B', messageId: null, state: 'bounced', detail: '131049 Not delivered' },
    ])
    const stop = { wa_id: '380671112244', category: 'marketing_messages', value: 'stop', timestamp: 1 }
    await tell({ user_preferences: [stop] })
    expect([await may(scope, 'whatsapp', 2), sent()]).toEqual([[false, true], []])
    const message = { from: '380671112233', id: 'wamid.R', timestamp: '1', type: 'text', text: { body: 'Stop' } }
    await tell({ messages: [message] })
    expect(await may(scope, 'whatsapp')).toEqual([false, true])
    expect(JSON.parse(sent()[0]!.body)).toMatchObject({ to: '380671112233', type: 'text' })
  })

  test('Telegram: a link opens a chat once, the chat is the client’s address, STOP by it ends marketing there', async () => {
    const { scope, call, sent } = await listening('telegram', 'telegramBot')
    const { secret_token } = JSON.parse(gateway.got.find(({ path }) => path.endsWith('/setWebhook'))!.body)
    let id = 0
    const write = (text: string, chat = 42, secret = secret_token) => {
      const from = { id: chat, language_code: 'uk' }
      const message = { message_id: ++id, date: 1, text, from, chat: { id: chat, type: 'private' } }
      return call(JSON.stringify({ update_id: id, message }), { 'x-telegram-bot-api-secret-token': secret })
    }
    expect((await write('/start', 42, 'guess')).status).toBe(403)
    const { url } = await inviteToChat(scope, 'telegram', 1)
    expect(url).toMatch(/^https:\/\/t\.me\/podil_bot\?start=[\w-]{24}$/)
    const token = url.split('=')[1]
    await write(`/start ${token}`)
    expect((await addressesOf(scope, [1])).get(1)).toMatchObject({ telegram: '42' })
    expect(await listChats(scope, 1)).toEqual([{ channel: 'telegram', linkedAt: expect.any(Date) }])
    await write(`/start ${token}`, 66)
    await write('/start', 77)
    expect((await addressesOf(scope, [1])).get(1)).toMatchObject({ telegram: '42' })
    const told = () => sent().map(({ body }) => JSON.parse(body).text)
    expect(told()).toEqual([
      expect.stringContaining('писатиме вам сюди'),
      expect.stringContaining('вже використали'),
      expect.stringContaining('77'),
    ])
    await write('Стоп')
    expect(await may(scope, 'telegram')).toEqual([false, true])
    expect(await may(scope, 'sms')).toEqual([true, true])
    expect(told()).toHaveLength(4)
  })

  test('Viber: signed by the bot’s token; subscribing links, ids larger than a number stay exact', async () => {
    const { scope, call, reports } = await listening('viber', 'viberBot')
    const tell = (body: string) => {
      return call(body, { 'x-viber-content-signature': createHmac('sha256', 'tok').update(body).digest('hex') })
    }
    expect((await call('{"event":"webhook"}', { 'x-viber-content-signature': 'no' })).status).toBe(403)
    expect((await tell('{"event":"webhook","timestamp":1}')).status).toBe(200)
    const { url } = await inviteToChat(scope, 'viber', 2)
    const context = new URL(url).searchParams.get('context')
    await tell(JSON.stringify({ event: 'conversation_started', context, user: { id: 'u==', language: 'uk' } }))
    expect((await addressesOf(scope, [2])).get(2)).toMatchObject({ viber: 'u==' })
    await tell('{"event":"delivered","timestamp":1795348800000,"message_token":4912661846655238145,"user_id":"u=="}')
    await tell('{"event":"failed","timestamp":1795348800000,"message_token":4912661846655238146,"desc":"no route"}')
    expect(reports).toMatchObject([
      { providerId: '4912661846655238145', state: 'delivered' },
      { providerId: '4912661846655238146', state: 'bounced', detail: 'no route' },
    ])
    await tell(
      JSON.stringify({
        event: 'message',
        message_token: 3,
        sender: { id: 'u==' },
        message: { type: 'text', text: 'ВІДПИСАТИСЬ' },
      }),
    )
    expect(await may(scope, 'viber', 2)).toEqual([false, true])
  })

  test('sealing seals what channels hold, and forgetting leaves nothing', async () => {
    const { scope, call } = await listening('sms', 'genericSms')
    await call(form({ id: '1', from: PHONE, text: 'Хочу на завтра' }), FORM)
    const vault = createSealingVault('k'.repeat(32))
    const closed = { ...scope, vault }
    await sealStoredChannels(closed)
    expect((await exportChannels(scope, 1)).replies[0]!.text).toMatch(/^sealed1:/)
    expect((await exportChannels(closed, 1)).replies).toMatchObject([
      { address: PHONE, text: 'Хочу на завтра', channel: 'sms' },
    ])
    expect((await findAccount(closed, 'sms'))!.values).toMatchObject({ url: 'https://gateway.example/' })
    await forgetChannels(closed, [1])
    expect(await exportChannels(closed, 1)).toEqual({ chats: [], replies: [] })
    expect((await findContacts(scope, [1])).size).toBe(1)
  })
})
