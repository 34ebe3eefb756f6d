/** Tries of one delivery, over about a day. */
export const MOST_TRIES = 8

const FIRST_PAUSE_MS = 30_000
const FACTOR = 4
const LONGEST_PAUSE_MS = 12 * 3_600_000
const JITTER = 0.2

/**
 * When to try again after so many tries, `null` when that was the last one: after 30 s, 2 min, 8 min, 32 min, 2 h, 8.5 h
 * and 12 h, each a fifth more or less, so that what failed together does not come back together.
 * @param random 0 to 1
 */
export function nextTry(tries: number, now: Date, random: number): Date | null {
  if (tries >= MOST_TRIES) return null
  const pause = Math.min(FIRST_PAUSE_MS * FACTOR ** (tries - 1), LONGEST_PAUSE_MS)
  return new Date(now.getTime() + pause * (1 + JITTER * (2 * random - 1)))
}
