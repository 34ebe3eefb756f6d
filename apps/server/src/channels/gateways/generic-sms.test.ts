import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { configureChannels } from '../configure.ts'
import { senderOf } from '../open-sender.ts'
import { jsonOf, retryAfter } from '../read-answer.ts'
import { accountOf, message, reachHere, startGateway } from '../testing.ts'

beforeEach(() => reachHere())

async function gatewayOf() {
  const gateway = await startGateway()
  onTestFinished(async () => void (await gateway.close()))
  return gateway
}

async function send(values: Record<string, string>, { text = 'Привіт', signal = AbortSignal.timeout(5000) } = {}) {
  const sender = senderOf(accountOf('genericSms', values, 'https://salon.example/hooks/1'), 'Салон')
  onTestFinished(() => sender.close())
  return await sender.send(message({ text }), signal)
}

test('a request is made of its template, each value escaped for its place', async () => {
  const gateway = await gatewayOf()
  const text = 'Лапки "так"\nі {{secret}} & 50%'
  const body = '{"to":"{{to}}","from":"{{ sender }}","text":"{{text}}","ref":"{{id}}","dlr":"{{report}}"}'
  await send(
    {
      url: `${gateway.url}/sms?n={{digits}}`,
      headers: 'X-Key: {{secret}}\nX-Other:two',
      body,
      secret: 's3',
      sender: 'SALON',
    },
    { text },
  )
  const [{ method, path, headers, body: sent }] = gateway.got as [(typeof gateway.got)[0]]
  expect([method, path, headers['x-key'], headers['x-other']]).toEqual(['POST', '/sms?n=380671112233', 's3', 'two'])
  expect(headers['content-type']).toBe('application/json')
  const report = 'https://salon.example/hooks/1'
  expect(JSON.parse(sent)).toEqual({ to: '+380671112233', from: 'SALON', text, ref: message().id, dlr: report })
})

test('forms and addresses take the same', async () => {
  const gateway = await gatewayOf()
  const form = 'Content-Type: application/x-www-form-urlencoded'
  await send({ url: gateway.url, headers: form, body: 'phone={{to}}&text={{text}}' }, { text: 'а&b=c' })
  expect(Object.fromEntries(new URLSearchParams(gateway.got[0]!.body))).toEqual({
    phone: '+380671112233',
    text: 'а&b=c',
  })
  await send({ method: 'GET', url: `${gateway.url}/?t={{text}}&k={{secret}}`, secret: 'a b' }, { text: 'а&b' })
  expect(gateway.got[1]).toMatchObject({ method: 'GET', path: `/?t=${encodeURIComponent('а&b')}&k=a%20b`, body: '' })
})

test('the answer is read where the settings point', async () => {
  const gateway = await gatewayOf()
  const values = { url: gateway.url, idPath: 'messages.0.id', successPath: 'ok', successValue: 'true' }
  gateway.says({ ok: true, messages: [{ id: 77 }] })
  expect(await send(values)).toEqual({ kind: 'sent', providerId: '77' })
  gateway.says({ ok: false, error: 'no money' })
  expect(await send(values)).toMatchObject({ kind: 'failed', reason: 'refused', final: true })
  gateway.does((response) => response.end('OK 77'))
  expect(await send(values)).toMatchObject({ kind: 'unknown' })
  expect(await send({ url: gateway.url })).toEqual({ kind: 'sent', providerId: null })
})

test('an answer without the id the settings ask for is not known to be a success', async () => {
  const gateway = await gatewayOf()
  const values = { url: gateway.url, idPath: 'messages.0.id' }
  for (const answer of [{ messages: [] }, { error: 'no credit' }, { messages: [{ id: null }] }]) {
    gateway.says(answer)
    expect(await send(values)).toMatchObject({ kind: 'unknown' })
    expect(await send({ ...values, successPath: 'error', successValue: 'no credit' })).not.toMatchObject({
      kind: 'sent',
    })
  }
})

/** How a gateway misbehaves, and what may be said of the message. */
test.each<[string, number, string, Record<string, string>, object]>([
  [
    'too many, with seconds to wait',
    429,
    '',
    { 'retry-after': '7' },
    { reason: 'limited', final: false, retryAfterMs: 7000 },
  ],
  ['too many, without', 429, '', {}, { reason: 'limited', final: false, retryAfterMs: null }],
  ['at rest', 503, '', { 'retry-after': '60' }, { reason: 'unavailable', final: false, retryAfterMs: 60_000 }],
  ['an error inside', 500, 'oops', {}, { kind: 'unknown', detail: '500: oops' }],
  ['a proxy without its gateway', 502, '', {}, { kind: 'unknown' }],
  ['a proxy that waited too long', 504, '', {}, { kind: 'unknown' }],
  ['bad request', 400, '<html>', {}, { reason: 'refused', final: true }],
  ['who are you', 401, '', {}, { reason: 'notSetUp', final: true }],
  ['go elsewhere', 302, '', { location: 'http://169.254.169.254/' }, { reason: 'refused', final: true }],
])('%s: %i', async (_, status, body, headers, expected) => {
  const gateway = await gatewayOf()
  gateway.does((response) => response.writeHead(status, headers).end(body))
  expect(await send({ url: gateway.url })).toMatchObject(expected)
  expect(gateway.got).toHaveLength(1)
})

test('a broken connection is definite before the request left, and unknown after', async () => {
  const gateway = await gatewayOf()
  gateway.does((response) => response.destroy())
  expect(await send({ url: gateway.url })).toMatchObject({ kind: 'unknown' })
  gateway.does(() => {})
  expect(await send({ url: gateway.url }, { signal: AbortSignal.timeout(200) })).toMatchObject({ kind: 'unknown' })
  expect(await send({ url: gateway.url }, { signal: AbortSignal.abort() })).toMatchObject({
    kind: 'failed',
    final: false,
  })
  await gateway.close()
  expect(await send({ url: gateway.url })).toMatchObject({ kind: 'failed', reason: 'unavailable', final: false })
  expect(await send({ url: 'http://nobody.invalid/' })).toMatchObject({
    kind: 'failed',
    reason: 'unavailable',
    final: false,
  })
})

test('a handshake that is never answered has let nothing out', async () => {
  const sockets: { destroy(): void }[] = []
  const server = createServer((socket) => void sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  expect(await send({ url }, { signal: AbortSignal.timeout(200) })).toMatchObject({ kind: 'failed', final: false })
  for (const socket of sockets) socket.destroy()
  server.close()
})

test('an answer cut off in its middle is not taken for a whole one', async () => {
  const gateway = await gatewayOf()
  gateway.does((response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{"id":')
    setTimeout(() => response.destroy(), 20)
  })
  expect(await send({ url: gateway.url, idPath: 'id' })).toMatchObject({ kind: 'unknown' })
})

test('addresses of the own network are not called', async () => {
  const gateway = await gatewayOf()
  configureChannels({ allowPrivate: false, gateways: {}, publicUrl: null, smtpUrl: null, mailFrom: '' })
  for (const url of [gateway.url, gateway.url.replace('127.0.0.1', 'localhost'), 'http://169.254.169.254/']) {
    const outcome = await send({ url })
    expect(outcome).toMatchObject({ kind: 'failed', detail: expect.stringContaining('own network') })
  }
  expect(gateway.got).toEqual([])
})

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  const of = (header?: string) => retryAfter(header, now)
  expect([of('120'), of('Sun, 22 Nov 2026 12:00:30 GMT'), of('Sun, 22 Nov 2026 11:00:00 GMT')]).toEqual([
    120_000, 30_000, 0,
  ])
  expect([of('soon'), of()]).toEqual([null, null])
})

test('numbers too large to be exact are kept as text', () => {
  expect(jsonOf('{"a":4912661846655238145,"b":12,"c":1.5,"d":1e400}')).toEqual({
    a: '4912661846655238145',
    b: 12,
    c: 1.5,
    d: Infinity,
  })
})
