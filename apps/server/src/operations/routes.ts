import type { Env, Hono } from 'hono'
import { AppError } from '../errors.ts'
import { hasBearer } from './bearer.ts'
import { fromThisMachine } from './from-this-machine.ts'
import type { Operations } from './open-operations.ts'

/**
 * What the machines around the server ask: is it alive (/healthz), may it get requests (/readyz), its numbers
 * (/metrics). They tell nothing about anyone; /metrics, which tells how much there is, answers only on this machine or to
 * its token, and is not there for others.
 */
export function operationsRoutes<E extends Env>(app: Hono<E>, { readiness, metrics, settings }: Operations) {
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const reason = await readiness.reason()
    return reason ? c.json({ status: 'unavailable', reason }, 503) : c.json({ status: 'ok' })
  })
  app.get('/metrics', async (c) => {
    const { metricsToken } = settings
    const allowed = fromThisMachine(c) || (metricsToken !== null && hasBearer(c, metricsToken))
    if (!allowed) throw new AppError('notFound', { value: c.req.path })
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })
}
