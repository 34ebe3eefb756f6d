import { createHash, randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Env } from './env.ts'

/** Another start may be another version that answers otherwise. */
const START = randomUUID()

const KEPT_BYTES = 32 * 2 ** 20

/**
 * Gives reports an ETag of what they are made of: the data and the settings (both counted by the workspace's version),
 * the day, the question, who asks and the plan. Who has this one already is answered 304 before anything is computed; who
 * asks what was asked before gets the answer that is kept. Answers that are not final, or name people, say `no-store`:
 * they get no ETag and are not kept.
 */
export function unchanged(): MiddlewareHandler<Env> {
  const answers = new LRUCache<string, string>({ maxSize: KEPT_BYTES, sizeCalculation: (answer) => 2 * answer.length })
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const { scope, dataVersion, today, actor, plan } = c.var
    const { pathname, search } = new URL(c.req.url)
    const made = JSON.stringify([START, scope.workspaceId, dataVersion, today, pathname, search, actor, plan])
    const tag = `W/"${createHash('sha256').update(made).digest('base64url').slice(0, 27)}"`
    const headers = { etag: tag, 'cache-control': 'private, no-cache' }
    const known = c.req.header('if-none-match')?.split(',') ?? []
    if (known.some((each) => each.trim().replace(/^W\//, '') === tag.slice(2))) return c.body(null, 304, headers)
    const kept = answers.get(tag)
    if (kept !== undefined) return c.body(kept, 200, { ...headers, 'content-type': 'application/json' })
    await next()
    if (c.res.status !== 200 || c.res.headers.has('cache-control')) return
    answers.set(tag, await c.res.clone().text())
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  }
}
