import type { IncomingMessage, Server } from 'node:http'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** A visit file may take this long to come: 2 GiB over 5 Mbit/s. */
const UPLOAD = 60 * MINUTE
/** Any other body is small. */
const BODY = 30 * SECOND
const UPLOADS = /^\/api\/imports(\?|$)/

/** How long the server waits for what (docs/guide/host.md lists them). */
export const SERVER_TIMEOUTS = {
  headersTimeout: 30 * SECOND,
  requestTimeout: UPLOAD,
  /** longer than clients and proxies keep a connection, so that none is closed under a request on its way */
  keepAliveTimeout: 75 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
}

/** A connection on which nothing moves for so long is closed, also in the middle of an upload. */
const IDLE = 5 * MINUTE

/** Gives bodies other than uploads less time than the server as a whole allows, and ends connections that stand still. */
export function limitWaiting(server: Server, bodyMs = BODY) {
  server.setTimeout(IDLE)
  server.on('request', (request: IncomingMessage) => {
    if (UPLOADS.test(request.url ?? '')) return
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy()
    }, bodyMs)
    timer.unref()
    request.once('close', () => clearTimeout(timer))
  })
}
