import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** This machine, and networks that only a proxy in the house or between containers can speak from. */
const NEAR = /^(::1$|f[cd]|fe80:|(::ffff:)?(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.))/i

/**
 * Where a request comes from: the other end of the connection, or, when that is a proxy nearby, the address the proxy
 * saw. Proxies add theirs at the end of X-Forwarded-For; what stands before it anybody could have written.
 */
export function clientAddress(c: Context): string {
  const peer = (c.env as HttpBindings | undefined)?.incoming?.socket.remoteAddress ?? '127.0.0.1'
  if (!NEAR.test(peer)) return peer
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer
}

/** The headers of a request with the one address that can be believed, for the sign-in library, which counts tries by it. */
export function believableHeaders(c: Context): Headers {
  const headers = new Headers(c.req.raw.headers)
  headers.set('x-forwarded-for', clientAddress(c))
  return headers
}
