import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { configureChannels } from '../configure.ts'
import type { Sender } from '../index.ts'
import { accountOf, message, reachHere, startMailServer } from '../testing.ts'
import { emailHtml } from './email-html.ts'
import { openEmail } from './open-email.ts'

const NEVER = new AbortController().signal
const MAIL = message({
  to: 'olena@client.test',
  subject: 'Ми сумуємо',
  text: 'Привіт, Олено!\n\nЧекаємо: https://salon.example/a?b=1&c=2.',
})

beforeEach(() => reachHere())

const own = (port: number, more: Record<string, string> = {}) =>
  accountOf('smtp', { host: '127.0.0.1', port: String(port), security: 'none', from: 'hello@salon.test', ...more })

async function mailServer(options: SMTPServerOptions = {}) {
  const server = await startMailServer(options)
  onTestFinished(server.close)
  return server
}

function sender(account: Parameters<typeof openEmail>[0]): Sender {
  const opened = openEmail(account, 'Салон на Подолі')
  onTestFinished(() => opened.close())
  return opened
}

test('a letter arrives with text, HTML, the salon’s name and a one-click way out', async () => {
  const { got, port } = await mailServer()
  const unsubscribeUrl = 'https://salon.example/u/abc'
  const outcome = await sender(own(port, { replyTo: 'admin@salon.test' })).send({ ...MAIL, unsubscribeUrl }, NEVER)
  expect(outcome).toEqual({ kind: 'sent', providerId: expect.stringMatching(/^<.+@salon\.test>$/) })
  expect(got).toMatchObject([{ from: 'hello@salon.test', to: ['olena@client.test'] }])
  const { raw } = got[0]!
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n\s+/g, ' ')
  expect(header('List-Unsubscribe')).toBe(`<${unsubscribeUrl}>`)
  expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(header('Reply-To')).toBe('admin@salon.test')
  expect(header('From')).toMatch(/^=\?UTF-8\?.*<hello@salon\.test>$/)
  expect(header('Content-Type')).toMatch(/^multipart\/alternative/)
  const parts = [...raw.matchAll(/Content-Transfer-Encoding: base64\r\n\r\n([\s\S]*?)\r\n\r?\n?--/g)]
  const [plain, html] = parts.map(([, body]) => Buffer.from(body!, 'base64').toString())
  expect(plain).toContain('Привіт, Олено!')
  expect(plain).toContain('Салон на Подолі\nВідписатися: https://salon.example/u/abc')
  expect(html).toContain('<a href="https://salon.example/a?b=1&amp;c=2">')
  expect(html).toContain('href="https://salon.example/u/abc"')
})

test('a letter that is no marketing has no way out of marketing', async () => {
  const { got, port } = await mailServer()
  await sender(own(port)).send(MAIL, NEVER)
  expect(got[0]!.raw).not.toMatch(/unsubscribe/i)
})

test('the server’s own mail is sent by its settings, under the salon’s name', async () => {
  const { got, port } = await mailServer()
  const config = { allowPrivate: false, gateways: {}, publicUrl: null }
  configureChannels({ ...config, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Comeback <post@host.test>' })
  expect(await sender(accountOf('serverMail', {})).send(MAIL, NEVER)).toMatchObject({ kind: 'sent' })
  expect(got[0]!.from).toBe('post@host.test')
})

const refusing = (at: 'onMailFrom' | 'onRcptTo', responseCode: number, words: string): SMTPServerOptions => ({
  [at]: (_: unknown, __: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error(words), { responseCode })),
})
const refusingData = (responseCode: number, words: string): SMTPServerOptions => ({
  onData(stream, _, done) {
    stream.resume()
    stream.on('end', () => done(Object.assign(new Error(words), { responseCode })))
  },
})

/** What the server says, and whether it is definite and final. */
test.each<[string, SMTPServerOptions, string, boolean]>([
  ['550 to the recipient', refusing('onRcptTo', 550, 'no such user'), 'badAddress', true],
  ['553 to the recipient', refusing('onRcptTo', 553, 'bad mailbox name'), 'badAddress', true],
  ['554 to the recipient', refusing('onRcptTo', 554, 'policy'), 'refused', true],
  ['450 greylisting', refusing('onRcptTo', 450, '4.2.0 try again in five minutes'), 'limited', false],
  ['421 too many', refusing('onMailFrom', 421, 'too many connections'), 'limited', false],
  ['451 local error', refusing('onMailFrom', 451, 'local error'), 'unavailable', false],
  ['550 to the sender', refusing('onMailFrom', 550, 'not allowed'), 'refused', true],
  ['554 after the letter', refusingData(554, '5.7.1 spam'), 'refused', true],
  ['452 after the letter', refusingData(452, 'disk full'), 'limited', false],
])('%s', async (_, options, reason, final) => {
  const { port, got } = await mailServer(options)
  expect(await sender(own(port)).send(MAIL, NEVER)).toMatchObject({ kind: 'failed', reason, final })
  expect(got).toEqual([])
})

test('a wrong password is a matter of settings', async () => {
  const { port } = await mailServer({
    ...{ disabledCommands: ['STARTTLS'], authOptional: false },
    onAuth: (_, __, done) => done(new Error('who are you')),
  })
  const outcome = await sender(own(port, { user: 'salon', password: 'wrong' })).send(MAIL, NEVER)
  expect(outcome).toMatchObject({ kind: 'failed', reason: 'notSetUp', final: true })
})

test('a server that is not there surely took nothing', async () => {
  const { port, close } = await startMailServer()
  await close()
  expect(await sender(own(port)).send(MAIL, NEVER)).toMatchObject({
    kind: 'failed',
    reason: 'unavailable',
    final: false,
  })
})

/** Speaks SMTP until the command at which the connection breaks; '.' is the end of the letter. */
async function breakingAt(command: string) {
  const server = createServer((socket) => {
    let inData = false
    socket.on('error', () => {})
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (inData ? line === command : line.toUpperCase().startsWith(command)) return socket.destroy()
        if (inData) continue
        inData = /^DATA/i.test(line)
        socket.write(inData ? '354 go on\r\n' : '250 fine\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return (server.address() as AddressInfo).port
}

test.each([
  ['MAIL FROM', 'failed'],
  ['RCPT TO', 'failed'],
  ['DATA', 'failed'],
  // every byte was there, and the server may have taken it
  ['.', 'unknown'],
])('a connection that breaks at %s: %s', async (command, kind) => {
  const outcome = await sender(own(await breakingAt(command))).send(MAIL, NEVER)
  expect(outcome).toMatchObject(kind === 'failed' ? { kind, reason: 'unavailable', final: false } : { kind })
})

test('stopping before it was sent is definite, in its middle unknown', async () => {
  const stopped = AbortSignal.abort()
  const { port } = await mailServer({ onData: (stream) => void stream.resume() })
  expect(await sender(own(port)).send(MAIL, stopped)).toMatchObject({ kind: 'failed', final: false })
  expect(await sender(own(port)).send(MAIL, AbortSignal.timeout(300))).toMatchObject({ kind: 'unknown' })
})

test('a workspace’s mail server is not to be in the server’s own network', async () => {
  const { port, got } = await mailServer()
  configureChannels({ allowPrivate: false, gateways: {}, publicUrl: null, smtpUrl: null, mailFrom: '' })
  for (const host of ['127.0.0.1', 'localhost']) {
    const outcome = await sender(own(port, { host })).send(MAIL, NEVER)
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'unavailable',
      detail: expect.stringContaining('own network'),
    })
  }
  expect(got).toEqual([])
})

test('two hundred letters go over a handful of connections, each once', async () => {
  let connections = 0
  const { port, got } = await mailServer({
    onConnect: (_, done) => {
      connections++
      done()
    },
  })
  const { send } = sender(own(port))
  const all = Array.from({ length: 200 }, (_, i) =>
    send(message({ ...MAIL, id: `m${i}`, to: `c${i}@client.test` }), NEVER),
  )
  expect(new Set((await Promise.all(all)).map(({ kind }) => kind))).toEqual(new Set(['sent']))
  expect(new Set(got.map(({ to }) => to[0])).size).toBe(200)
  expect(got).toHaveLength(200)
  expect(connections).toBeLessThanOrEqual(8)
})

test('nothing of a text gets into HTML as markup', () => {
  const html = emailHtml('<script>alert(1)</script> & "так"\nhttps://a.example/"onclick=x', '<b>Салон</b>', null)
  expect(html).not.toMatch(/<script|<b>|"onclick/)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;так&quot;<br><a href="https://a.example/">')
})
