import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { inRequest, log } from '../log/index.ts'
import type { Metrics } from './metrics.ts'

/**
 * Counts, times and logs every request by the pattern of its route: addresses themselves may hold what people searched
 * for, names and tokens. What the page is made of and probes are logged at `debug` only.
 */
export function trackRequests({ requests }: Metrics): MiddlewareHandler {
  return (c, next) =>
    inRequest(c.get('requestId'), async () => {
      const begin = performance.now()
      await next()
      const ms = performance.now() - begin
      const { method } = c.req
      const { status } = c.res
      const route = routePath(c)
      requests.observe({ method, route, status }, ms / 1000)
      const say = route.startsWith('/api') ? log.info : log.debug
      say('request', { method, route, status, ms: Math.round(ms * 10) / 10 })
    })
}
