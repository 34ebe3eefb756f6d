import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'

/** Whether a request carries this token, compared in the same time whatever it carries. */
export function hasBearer(c: Context, token: string): boolean {
  const given = c.req.header('authorization')?.match(/^Bearer (\S+)$/i)?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
