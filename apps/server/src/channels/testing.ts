import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { OpenedAccount } from './account.ts'
import { channelsConfig, configureChannels } from './configure.ts'
import { PROVIDERS, type Provider } from './providers.ts'
import type { OutgoingMessage } from './sender.ts'

interface Received {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

type Behaviour = (response: ServerResponse, request: IncomingMessage, body: string) => void

/** A gateway on this machine that does with each request as told, and keeps what it got. */
export async function startGateway(behaviour: Behaviour = (response) => response.end('{}')) {
  const got: Received[] = []
  let behave = behaviour
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => '')
    const { method = '', url: path = '', headers } = request
    got.push({ method, path, headers, body })
    behave(response, request, body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    does: (next: Behaviour) => {
      behave = next
    },
    /** answers JSON from now on */
    says: (json: unknown, status = 200, headers: Record<string, string> = {}) => {
      behave = (response) => response.writeHead(status, headers).end(JSON.stringify(json))
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Mail as it came to a server. */
export interface ReceivedMail {
  from: string
  to: string[]
  raw: string
}

/** A real mail server on this machine; `options` make it refuse. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const got: ReceivedMail[] = []
  const server = new SMTPServer({
    ...{ disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true, logger: false },
    onData(stream, { envelope }, done) {
      text(stream).then((raw) => {
        got.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw,
        })
        done()
      }, done)
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    got,
    server,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** What a person reads of a mail that is text alone, whichever way its letters are written. */
export function textOf({ raw }: ReceivedMail): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  if (/^content-transfer-encoding: base64/im.test(raw)) return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

/** Lets channels reach this machine, and gateways of these providers at addresses of it. */
export function reachHere(gateways: Record<string, string> = {}, publicUrl: string | null = null) {
  configureChannels({ ...channelsConfig(), allowPrivate: true, gateways, publicUrl })
}

/** An account with these values, as it stands after opening. */
export function accountOf(
  provider: Provider,
  values: Record<string, string>,
  hookUrl: string | null = null,
): OpenedAccount {
  return {
    ...{ provider, values, hookUrl, channel: PROVIDERS[provider].channel },
    ...{ hookToken: 'token', isOn: true, perSecond: 10, partPrice: 0, lastError: null, lastErrorAt: null },
  }
}

export const message = (more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: '0198c0de-0000-7000-8000-000000000001',
  to: '+380671112233',
  subject: null,
  text: 'Ми сумуємо за вами! 🎁',
  unsubscribeUrl: null,
  template: null,
  ...more,
})
