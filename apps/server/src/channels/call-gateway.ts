import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isPrivateHost, lookupPublic, PrivateAddress } from '../http/public-address.ts'

const PATIENCE_MS = 20_000
const MOST_BYTES = 64 * 1024
const AGENT = { keepAlive: true, maxSockets: 64, timeout: 4000 }

export interface GatewayRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body: string | null
}

/**
 * What came of a request: an answer; `notSent`, when not a byte of it can have left; `unknown`, when it may have
 * arrived and no answer came.
 */
export type GatewayAnswer =
  | { kind: 'answered'; status: number; headers: IncomingMessage['headers']; body: string }
  | { kind: 'notSent'; detail: string }
  | { kind: 'unknown'; detail: string }

export interface Gateway {
  call(request: GatewayRequest, signal: AbortSignal): Promise<GatewayAnswer>
  close(): void
}

export interface GatewayOptions {
  /** the address may be in the server's own network, for the operator said so */
  allowPrivate: boolean
  /** for connecting and answering */
  patienceMs?: number
}

/** A way to a gateway that keeps connections open between messages. It follows no redirects and never throws. */
export function openGateway({ allowPrivate, patienceMs = PATIENCE_MS }: GatewayOptions): Gateway {
  const agents = { 'http:': new HttpAgent(AGENT), 'https:': new HttpsAgent(AGENT) }
  return {
    async call({ method, url: address, headers, body }, given) {
      if (!URL.canParse(address)) return { kind: 'notSent', detail: 'the address of the gateway is no address' }
      const url = new URL(address)
      if (!allowPrivate && isPrivateHost(url)) return { kind: 'notSent', detail: privately(url.hostname) }
      const isTls = url.protocol === 'https:'
      const signal = AbortSignal.any([given, AbortSignal.timeout(patienceMs)])
      let hasBegun = false
      try {
        signal.throwIfAborted()
        const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
        const request = (isTls ? httpsRequest : httpRequest)(url, {
          ...{ method, agent: isTls ? agents['https:'] : agents['http:'], signal },
          headers: { 'user-agent': 'Comeback/1', ...headers, ...length },
          ...(allowPrivate ? {} : { lookup: lookupPublic }),
        })
        watch(request, isTls, () => {
          hasBegun = true
        })
        const response = await answerOf(request, body)
        return {
          kind: 'answered',
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: await read(response),
        }
      } catch (error) {
        const detail = detailOf(error, signal, given)
        return { kind: hasBegun ? 'unknown' : 'notSent', detail }
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

/** Tells when the request may begin to leave: a connection is there, and safe where it must be. */
function watch(request: ClientRequest, isTls: boolean, begins: () => void) {
  request.once('socket', (socket) => {
    if (request.reusedSocket || !socket.connecting) begins()
    else socket.once(isTls ? 'secureConnect' : 'connect', begins)
  })
}

function answerOf(request: ClientRequest, body: string | null): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', reject)
    request.end(body ?? undefined)
  })
}

/** What came until the end, the largest size, or the connection broke: the status has told most already. */
async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      size += chunk.length
      if (size > MOST_BYTES) break
    }
  } catch {
    // cut off: what came is read as it is
  }
  return Buffer.concat(chunks).toString('utf8')
}

function detailOf(error: unknown, signal: AbortSignal, given: AbortSignal): string {
  if (given.aborted) return 'stopped before the gateway answered'
  if (signal.aborted) return 'the gateway did not answer in time'
  if (error instanceof PrivateAddress) return privately(error.message)
  return error instanceof Error ? ('code' in error && error.message === '' ? String(error.code) : error.message) : ''
}

const privately = (host: string) => `${host} is in the own network of the server`
