import { Readable } from 'node:stream'
import type { Env, Hono } from 'hono'
import { BACKUP_PATH, streamBackup } from '../backup/index.ts'
import { AppError } from '../errors.ts'
import { hasBearer } from '../http/has-bearer.ts'
import { fromThisMachine } from './from-this-machine.ts'
import type { Operations } from './open-operations.ts'

/**
 * What the machines around the server ask: is it alive (/healthz), may it get requests (/readyz), its numbers
 * (/metrics). They tell nothing about anyone; /metrics, which tells how much there is, answers only on this machine or to
 * its token, and is not there for others; neither is the backup without the token in the data folder.
 */
export function operationsRoutes<E extends Env>(app: Hono<E>, operations: Operations) {
  const { readiness, metrics, settings, store, dataFolder, token } = operations
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const reason = await readiness.reason()
    return reason ? c.json({ status: 'unavailable', reason }, 503) : c.json({ status: 'ok' })
  })
  app.get('/metrics', async (c) => {
    const { metricsToken } = settings
    const allowed = fromThisMachine(c) || (metricsToken !== null && hasBearer(c.req.raw.headers, metricsToken))
    if (!allowed) throw new AppError('notFound', { value: c.req.path })
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })
  app.post(BACKUP_PATH, async (c) => {
    if (!hasBearer(c.req.raw.headers, token)) throw new AppError('notFound', { value: c.req.path })
    const archive = await streamBackup(store, dataFolder)
    return c.body(Readable.toWeb(archive) as ReadableStream, 200, { 'content-type': 'application/gzip' })
  })
}
