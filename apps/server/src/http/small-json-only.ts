import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../errors.ts'

/** Largest body of a request, in bytes. */
const SMALL = 64 * 1024

/** Bodies of other sizes and kinds, by the pattern of their route; the route of an upload bounds it while saving it. */
const UPLOADS = ['POST /api/imports']

/**
 * Refuses bodies that are no JSON or too large before anything reads them: `notJson`, `bodyTooLarge`. JSON alone is also
 * what another site's form cannot send.
 */
export function smallJsonOnly(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: SMALL,
    onError: () => {
      throw new AppError('bodyTooLarge', { value: String(SMALL) })
    },
  })
  return async (c, next) => {
    if (!hasBody(c) || UPLOADS.includes(`${c.req.method} ${c.req.path}`)) return next()
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new AppError('notJson')
    return limit(c, next)
  }
}

function hasBody(c: Context): boolean {
  return Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding') !== undefined
}
