import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets are the same, compared in the same time whatever they are. */
export function sameSecret(given: string, known: string): boolean {
  return timingSafeEqual(digest(given), digest(known))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
