import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../errors.ts'

/** Largest body of a request, in bytes. */
const SMALL = 64 * 1024

/** Lists of contacts that people paste. */
const LARGE = 2 * 1024 * 1024
const WITH_LISTS = ['POST /api/groups', 'POST /api/groups/contacts']

/** Bodies of other sizes and kinds, by the pattern of their route; the route of an upload bounds it while saving it. */
const UPLOADS = ['POST /api/imports']

/**
 * Refuses bodies that are no JSON or too large before anything reads them: `notJson`, `bodyTooLarge`. JSON alone is also
 * what another site's form cannot send.
 */
export function smallJsonOnly(): MiddlewareHandler {
  const limit = limitOf(SMALL)
  const largeLimit = limitOf(LARGE)
  return async (c, next) => {
    const route = `${c.req.method} ${c.req.path}`
    if (!hasBody(c) || UPLOADS.includes(route)) return next()
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new AppError('notJson')
    return (WITH_LISTS.includes(route) ? largeLimit : limit)(c, next)
  }
}

function limitOf(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('bodyTooLarge', { value: String(maxSize) })
    },
  })
}

function hasBody(c: Context): boolean {
  return Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding') !== undefined
}
