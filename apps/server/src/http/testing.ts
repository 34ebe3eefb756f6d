import { OpenAPIHono } from '@hono/zod-openapi'
import type { WorkspaceScope } from '../database/index.ts'
import type { Env } from './env.ts'
import { answerError } from './errors.ts'
import { idempotent } from './idempotent.ts'
import { createSeal } from './seal.ts'

/** What a request finds in its environment when it comes from an address, this machine's by default. */
export const connectionFrom = (remoteAddress = '127.0.0.1') => ({ incoming: { socket: { remoteAddress } } })

/** Sends one write with one Idempotency-Key to a server whose route does `work`, by that server's clock. */
export async function sendKeyed(scope: WorkspaceScope, work: () => Promise<unknown>, clock = () => new Date()) {
  const app = new OpenAPIHono<Env>()
  app.onError(answerError)
  app.use(async (c, next) => {
    c.set('scope', scope)
    c.set('who', { kind: 'commandLine' })
    c.set('seal', createSeal('a secret of the tests'))
    await next()
  })
  app.use(idempotent(clock))
  app.post('/notes', async (c) => c.json({ done: await work() }))
  const headers = { 'idempotency-key': '5e2f9f0c-2a55-4c8e-8a53-3f6a9f1d7c11' }
  const response = await app.request('/notes', { method: 'POST', headers })
  const body = (await response.json()) as { done?: unknown; error?: { code: string } }
  return body.error?.code ?? body.done
}
