import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/** What reverse proxies add: through one on this machine, strangers would look local. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/** Whether a request was made on this machine itself, not handed on by a proxy. */
export function fromThisMachine(c: Context): boolean {
  const address = (c.env as HttpBindings | undefined)?.incoming?.socket.remoteAddress ?? ''
  return LOOPBACK.test(address) && !PROXY_HEADERS.some((name) => c.req.header(name) !== undefined)
}
