import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

/** What a receiver got. */
export interface Received {
  id: string
  timestamp: number
  body: string
  /** throws unless the signature is of this secret and the clock agrees */
  verify(secret: string): unknown
  /** whatever the clock says */
  isSignedWith(secret: string): boolean
}

type Behaviour = (response: ServerResponse, request: IncomingMessage) => void

/** A receiver on this machine that does with each request as told; it takes everything at first. */
export async function startReceiver() {
  const got: Received[] = []
  let behave: Behaviour = (response) => response.end('taken')
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const headers = request.headers as Record<string, string>
    got.push({
      id: headers['webhook-id'] ?? '',
      timestamp: Number(headers['webhook-timestamp']),
      body,
      verify: (secret) => new Webhook(secret).verify(body, headers),
      isSignedWith: (secret) => {
        const { 'webhook-id': id = '', 'webhook-timestamp': seconds, 'webhook-signature': signatures = '' } = headers
        return signatures.split(' ').includes(new Webhook(secret).sign(id, new Date(Number(seconds) * 1000), body))
      },
    })
    behave(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    does: (behaviour: Behaviour) => {
      behave = behaviour
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
