import { sql } from 'drizzle-orm'
import type { MiddlewareHandler } from 'hono'
import { rowsOf, type Store } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { clientNetwork } from '../http/client-address.ts'
import { laterId } from '../later-id.ts'

const WINDOW_MS = 60_000

/**
 * Refuses more than `max` requests a minute from one address with `tooManyTries`. They are counted in the table of the
 * sign-in library, which clears what is old: a restart or a second server forgives nothing.
 */
export function limitTries(store: Store, name: string, max: number): MiddlewareHandler {
  return async (c, next) => {
    const now = Date.now()
    const isOld = sql`auth_rate_limits.last_request <= ${now - WINDOW_MS}`
    const [row] = await rowsOf<{ count: number }>(
      store.db,
      sql`INSERT INTO auth_rate_limits (id, key, count, last_request)
        VALUES (${laterId()}, ${`${clientNetwork(c)}|${name}`}, 1, ${now})
        ON CONFLICT (key) DO UPDATE SET
          count = CASE WHEN ${isOld} THEN 1 ELSE auth_rate_limits.count + 1 END,
          last_request = CASE WHEN ${isOld} THEN ${now} ELSE auth_rate_limits.last_request END
        RETURNING count`,
    )
    if (row && row.count > max) throw new AppError('tooManyTries')
    await next()
  }
}
