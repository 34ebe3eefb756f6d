import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a request carries this token, compared in the same time whatever it carries. */
export function hasBearer(headers: Headers, token: string): boolean {
  const given = headers.get('authorization')?.match(/^Bearer (\S+)$/i)?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
