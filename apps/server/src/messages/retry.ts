import type { SendOutcome } from '../channels/index.ts'

/** Tries of one message on one channel, the first among them. */
const MOST_TRIES = 6
const FIRST_PAUSE_MS = 10_000
const FACTOR = 4
const LONGEST_PAUSE_MS = 3_600_000

/** How long to wait for a gateway that takes no more now and does not say for how long. */
export const RETRY_LIMITED_MS = 5_000

type Failure = Extract<SendOutcome, { kind: 'failed' }>

/**
 * When to try a message again after so many tries: after the gateway's own time, else after 10 s, 40 s, 3 min, 11 min,
 * 43 min; `null` when that was definite, or the last one. A gateway that takes no more now is not the message's fault:
 * that is tried on.
 */
export function nextTry({ final, reason, retryAfterMs }: Failure, tries: number, now: Date): Date | null {
  if (final) return null
  if (reason === 'limited') return new Date(now.getTime() + (retryAfterMs ?? RETRY_LIMITED_MS))
  if (tries >= MOST_TRIES) return null
  return new Date(now.getTime() + (retryAfterMs ?? Math.min(FIRST_PAUSE_MS * FACTOR ** (tries - 1), LONGEST_PAUSE_MS)))
}
