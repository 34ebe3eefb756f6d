import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isPrivateHost, lookupPublic, PrivateAddress } from '../http/public-address.ts'
import type { Trouble } from './tables.ts'

const KEPT_BYTES = 1024

/** How a try went; `trouble` is `null` when the receiver took it. */
export interface Outcome {
  status: number | null
  ms: number
  answer: string
  trouble: Trouble | null
}

export interface PostOptions {
  /** for the whole of it: connecting, answering and the kept part of the body */
  timeoutMs: number
  /** also to addresses of the server's own network */
  allowPrivate: boolean
}

/** Sends JSON to an address, follows nowhere, and keeps the first kilobyte of the answer. Never throws. */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  { timeoutMs, allowPrivate }: PostOptions,
): Promise<Outcome> {
  const begin = performance.now()
  const signal = AbortSignal.timeout(timeoutMs)
  const after = (rest: Omit<Outcome, 'ms'>): Outcome => ({ ...rest, ms: Math.round(performance.now() - begin) })
  try {
    const url = new URL(address)
    if (!allowPrivate && isPrivateHost(url)) throw new PrivateAddress(url.hostname)
    const options: RequestOptions = {
      method: 'POST',
      // a connection of its own: one kept open may lead where the name no longer does
      agent: false,
      signal,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      ...(allowPrivate ? {} : { lookup: lookupPublic }),
    }
    const response = await answerOf((url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options), body)
    const status = response.statusCode ?? 0
    const answer = await beginningOf(response)
    return after({ status, answer, trouble: troubleOf(status) })
  } catch (error) {
    return after({ status: null, answer: '', trouble: signal.aborted ? 'timeout' : nameOf(error) })
  }
}

function answerOf(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', reject)
    request.end(body)
  })
}

/** What came until the kept part is full, the body ends or the time is over: the status has told already. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= KEPT_BYTES) break
    }
  } catch {
    // cut off: what came is kept
  }
  response.destroy()
  // PostgreSQL holds no zero characters
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8').replaceAll('\u0000', '')
}

function troubleOf(status: number): Trouble | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

function nameOf(error: unknown): Trouble {
  return error instanceof PrivateAddress ? 'privateAddress' : 'unreachable'
}
