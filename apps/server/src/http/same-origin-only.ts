import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses requests that change something and come from another site's page: a browser names the page's origin with
 * them. Programs name none, and have no cookies a stranger could use.
 */
export function sameOriginOnly(publicUrl: string | null): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (!SAFE.includes(c.req.method) && origin !== undefined) {
      const own = publicUrl ? new URL(publicUrl).host : new URL(c.req.url).host
      if (!URL.canParse(origin) || new URL(origin).host !== own) throw new AppError('otherSite')
    }
    await next()
  }
}
