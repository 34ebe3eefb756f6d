import { randomUUIDv7 } from 'node:crypto'

/** Where the last 48 bits begin in the text of a UUID. */
const TAIL = 24

let last = ''

/**
 * A UUIDv7 that is greater than every one this process has made before, also within a millisecond, in which the random part
 * alone would put them in any order (RFC 9562, section 6.2, method 2: the one before, plus one). Lists go by it.
 */
export function laterId(): string {
  let id = randomUUIDv7()
  const next = Number.parseInt(last.slice(TAIL), 16) + 1
  if (id <= last && next < 2 ** 48) id = last.slice(0, TAIL) + next.toString(16).padStart(12, '0')
  while (id <= last) id = randomUUIDv7()
  last = id
  return id
}
