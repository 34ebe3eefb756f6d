import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OutgoingMessage, SendOutcome } from '../index.ts'
import { senderOf } from '../open-sender.ts'
import type { Provider } from '../providers.ts'
import { accountOf, message, reachHere, startGateway } from '../testing.ts'

// What goes over the wire to each gateway and what its answers mean, as the vendors' documentation has it.

let gateway: Awaited<ReturnType<typeof startGateway>>
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())

const HOOK = 'https://salon.example/hooks/w/sms/token'
const TEXT = 'Ми сумуємо за вами! 🎁'
const ID = message().id

const VALUES: Partial<Record<Provider, Record<string, string>>> = {
  twilio: { accountSid: 'AC0001', authToken: 'tok', sender: '+15005550006' },
  turbosms: { token: 'tok', sender: 'SALON' },
  turbosmsViber: { token: 'tok', sender: 'Salon' },
  smsc: { site: 'smsc.ua', login: 'salon', password: 'p&ss', sender: 'SALON' },
  telegramBot: { token: '123:abc' },
  whatsappCloud: { phoneNumberId: '1055', accessToken: 'tok', templateName: 'we_miss_you', templateLanguage: 'uk' },
  viberBot: { token: 'tok', senderName: 'Салон краси на Подолі у Марти' },
}

beforeEach(() => {
  gateway.got.length = 0
  reachHere(Object.fromEntries(Object.keys(VALUES).map((provider) => [provider, gateway.url])))
})

async function send(
  provider: Provider,
  more: Partial<OutgoingMessage> = {},
  values = VALUES[provider]!,
): Promise<SendOutcome> {
  const sender = senderOf(accountOf(provider, values, HOOK), 'Салон')
  const outcome = await sender.send(message(more), AbortSignal.timeout(5000))
  await sender.close()
  return outcome
}

/** The one request a gateway got: method, path, what says who we are, and the body taken apart. */
function seen() {
  expect(gateway.got).toHaveLength(1)
  const { method, path, headers, body } = gateway.got[0]!
  const type = headers['content-type']
  return {
    what: `${method} ${path}`,
    type,
    auth: headers.authorization ?? headers['x-viber-auth-token'],
    body: type === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body)),
  }
}

test('Twilio gets a form', async () => {
  gateway.says({ sid: 'SM1', status: 'queued', error_code: null }, 201)
  expect(await send('twilio')).toEqual({ kind: 'sent', providerId: 'SM1' })
  expect(seen()).toEqual({
    what: 'POST /2010-04-01/Accounts/AC0001/Messages.json',
    type: 'application/x-www-form-urlencoded',
    auth: `Basic ${btoa('AC0001:tok')}`,
    body: { To: '+380671112233', From: '+15005550006', Body: TEXT, StatusCallback: `${HOOK}?message=${ID}` },
  })
  gateway.got.length = 0
  await send('twilio', {}, { ...VALUES.twilio, sender: 'MG77' })
  expect(seen().body).toMatchObject({ MessagingServiceSid: 'MG77' })
})

test('TurboSMS gets JSON, for SMS and for Viber', async () => {
  const answer = { response_code: 800, response_status: 'SUCCESS_MESSAGE_ACCEPTED' }
  const result = { phone: '380671112233', response_code: 0, message_id: 'f83f8868', response_status: 'OK' }
  gateway.says({ ...answer, response_result: [result] })
  expect(await send('turbosms')).toEqual({ kind: 'sent', providerId: 'f83f8868' })
  expect(seen()).toEqual({
    what: 'POST /message/send.json',
    type: 'application/json',
    auth: 'Bearer tok',
    body: { sequence_id: ID, recipients: ['380671112233'], sms: { sender: 'SALON', text: TEXT } },
  })
  gateway.got.length = 0
  await send('turbosmsViber')
  expect(seen().body).toEqual({ sequence_id: ID, recipients: ['380671112233'], viber: { sender: 'Salon', text: TEXT } })
})

test('SMSC gets a form', async () => {
  gateway.says({ id: 481, cnt: 1 })
  expect(await send('smsc')).toEqual({ kind: 'sent', providerId: '481' })
  expect(seen()).toMatchObject({
    what: 'POST /sys/send.php',
    type: 'application/x-www-form-urlencoded',
    body: {
      login: 'salon',
      psw: 'p&ss',
      phones: '+380671112233',
      mes: TEXT,
      sender: 'SALON',
      charset: 'utf-8',
      fmt: '3',
    },
  })
})

test('Telegram gets JSON with the token in the path', async () => {
  gateway.says({ ok: true, result: { message_id: 7, chat: { id: 42 }, date: 1 } })
  expect(await send('telegramBot', { to: '42' })).toEqual({ kind: 'sent', providerId: '42:7' })
  expect(seen()).toEqual({
    what: 'POST /bot123:abc/sendMessage',
    type: 'application/json',
    auth: undefined,
    body: { chat_id: '42', text: TEXT },
  })
})

test('WhatsApp gets a template, the settings’ one unless the message brings its own', async () => {
  const messages = [{ id: 'wamid.A', message_status: 'accepted' }]
  gateway.says({
    messaging_product: 'whatsapp',
    contacts: [{ input: '380671112233', wa_id: '380671112233' }],
    messages,
  })
  expect(await send('whatsappCloud', { text: 'Рядок\n\nдругий\tтретій' })).toEqual({
    kind: 'sent',
    providerId: 'wamid.A',
  })
  const template = (name: string, code: string, ...parameters: string[]) => ({
    ...{ name, language: { code } },
    components: [{ type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) }],
  })
  const rest = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '380671112233',
    biz_opaque_callback_data: ID,
  }
  expect(seen()).toEqual({
    what: 'POST /v23.0/1055/messages',
    type: 'application/json',
    auth: 'Bearer tok',
    body: { ...rest, type: 'template', template: template('we_miss_you', 'uk', 'Рядок другий третій') },
  })
  gateway.got.length = 0
  await send('whatsappCloud', { template: { name: 'bonus', language: 'en', parameters: ['Olena', '500'] } })
  expect(seen().body.template).toEqual(template('bonus', 'en', 'Olena', '500'))
  gateway.got.length = 0
  await send('whatsappCloud', {}, { phoneNumberId: '1055', accessToken: 'tok' })
  expect(seen().body).toEqual({ ...rest, type: 'text', text: { body: TEXT } })
})

test('Viber gets JSON, and its ids, larger than a number holds, stay exact', async () => {
  gateway.does((response) => response.end('{"status":0,"status_message":"ok","message_token":5741311803571721087}'))
  expect(await send('viberBot', { to: 'user==' })).toEqual({ kind: 'sent', providerId: '5741311803571721087' })
  expect(seen()).toEqual({
    what: 'POST /pa/send_message',
    type: 'application/json',
    auth: 'tok',
    body: {
      ...{ receiver: 'user==', min_api_version: 1, sender: { name: 'Салон краси на Подолі у Март' } },
      ...{ tracking_data: ID, type: 'text', text: TEXT },
    },
  })
})

const turbo = (code: number, status: string) => ({
  response_code: 802,
  response_status: 'SUCCESS_MESSAGE_PARTIAL_ACCEPTED',
  response_result: [{ phone: '380671112233', response_code: code, message_id: null, response_status: status }],
})
const turboWhole = (code: number, status: string) => ({
  response_code: code,
  response_status: status,
  response_result: null,
})
const graph = (code: number, details = '') => ({
  error: { message: 'm', type: 'OAuthException', code, error_data: { details } },
})

/** Answers of status 200 with an error inside among them. */
test.each<[Provider, string, number, unknown, string]>([
  ['twilio', 'not a number', 400, { code: 21211, message: 'Invalid To', status: 400 }, 'badAddress final'],
  ['twilio', 'a landline', 400, { code: 21614, message: 'not mobile', status: 400 }, 'badAddress final'],
  ['twilio', 'they sent STOP', 400, { code: 21610, message: 'unsubscribed', status: 400 }, 'refused final'],
  ['twilio', 'a wrong token', 401, { code: 20003, message: 'Authenticate', status: 401 }, 'notSetUp final'],
  ['twilio', 'too many', 429, { code: 20429, message: 'Too Many Requests', status: 429 }, 'limited'],
  ['twilio', 'taken and failed', 201, { sid: 'SM1', status: 'failed', error_code: 30034 }, 'refused final'],
  ['twilio', 'an error inside', 500, { code: 20500, message: 'Internal', status: 500 }, 'unknown'],
  ['turbosms', 'not a number', 200, turbo(305, 'INVALID_PHONE'), 'badAddress final'],
  ['turbosms', 'a country that is off', 200, turbo(406, 'NOT_ALLOWED_RECIPIENT_COUNTRY'), 'badAddress final'],
  ['turbosms', 'on the stop list', 200, turbo(404, 'NOT_ALLOWED_NUMBER_STOPLIST'), 'refused final'],
  ['turbosms', 'a wrong token', 200, turboWhole(301, 'INVALID_TOKEN'), 'notSetUp final'],
  ['turbosms', 'a sender not registered', 200, turboWhole(400, 'NOT_ALLOWED_MESSAGE_SENDER'), 'notSetUp final'],
  ['turbosms', 'no money', 200, turboWhole(203, 'REQUIRED_BALANCE'), 'notSetUp'],
  ['turbosms', 'it broke', 200, turboWhole(999, 'FATAL_ERROR'), 'unknown'],
  ['turbosms', 'success without an id', 200, turboWhole(800, 'SUCCESS_MESSAGE_ACCEPTED'), 'unknown'],
  ['smsc', 'not a number', 200, { error: 'invalid number', error_code: 7, id: 1 }, 'badAddress final'],
  ['smsc', 'undeliverable', 200, { error: "can't be delivered", error_code: 8, id: 1 }, 'badAddress final'],
  ['smsc', 'a wrong password', 200, { error: 'authorise error', error_code: 2 }, 'notSetUp final'],
  ['smsc', 'no money', 200, { error: 'no money', error_code: 3 }, 'notSetUp'],
  ['smsc', 'the same again too soon', 200, { error: 'duplicate request', error_code: 9 }, 'limited'],
  ['smsc', 'forbidden words', 200, { error: 'message is denied', error_code: 6, id: 1 }, 'refused final'],
  [
    'telegramBot',
    'blocked',
    403,
    { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    'badAddress final',
  ],
  [
    'telegramBot',
    'no such chat',
    400,
    { ok: false, error_code: 400, description: 'Bad Request: chat not found' },
    'badAddress final',
  ],
  [
    'telegramBot',
    'too long',
    400,
    { ok: false, error_code: 400, description: 'Bad Request: message is too long' },
    'refused final',
  ],
  ['telegramBot', 'a wrong token', 401, { ok: false, error_code: 401, description: 'Unauthorized' }, 'notSetUp final'],
  [
    'telegramBot',
    'an error inside',
    500,
    { ok: false, error_code: 500, description: 'Internal Server Error' },
    'unknown',
  ],
  ['whatsappCloud', 'not on WhatsApp', 400, graph(131026, 'undeliverable'), 'badAddress final'],
  ['whatsappCloud', 'throughput', 400, graph(130429), 'limited'],
  ['whatsappCloud', 'too many to one number', 400, graph(131056), 'limited'],
  ['whatsappCloud', 'no such template', 404, graph(132001), 'notSetUp final'],
  ['whatsappCloud', 'a token that expired', 401, graph(190), 'notSetUp final'],
  ['whatsappCloud', 'they stopped marketing', 400, graph(131050), 'refused final'],
  ['whatsappCloud', 'overloaded', 500, graph(131016), 'unavailable'],
  ['whatsappCloud', 'something went wrong', 500, graph(131000), 'unknown'],
  ['viberBot', 'not subscribed', 200, { status: 6, status_message: 'receiverNotSubscribed' }, 'badAddress final'],
  ['viberBot', 'too many', 200, { status: 12, status_message: 'tooManyRequests' }, 'limited'],
  ['viberBot', 'a wrong token', 200, { status: 2, status_message: 'invalidAuthToken' }, 'notSetUp final'],
  ['viberBot', 'bad data', 200, { status: 3, status_message: 'badData' }, 'refused final'],
])('%s, %s: %i', async (provider, _, status, answer, expected) => {
  gateway.says(answer, status)
  const outcome = await send(provider)
  const said = outcome.kind === 'failed' ? `${outcome.reason}${outcome.final ? ' final' : ''}` : outcome.kind
  expect(said).toBe(expected)
})

test('Telegram says itself how long to wait', async () => {
  gateway.says(
    { ok: false, error_code: 429, description: 'Too Many Requests: retry after 14', parameters: { retry_after: 14 } },
    429,
  )
  expect(await send('telegramBot')).toMatchObject({ reason: 'limited', final: false, retryAfterMs: 14_000 })
})
