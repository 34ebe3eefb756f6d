import { setTimeout as wait } from 'node:timers/promises'

/** A clock may be read, and a timer fire, a little early. */
const MARGIN_MS = 5

/**
 * Lets at most so many begin in any one second, wherever that second is laid: each waits for the one that many before
 * it to be a second old.
 */
export class RateLimiter {
  private readonly times: number[] = []
  private readonly atOnce: number
  private readonly windowMs: number
  private next = 0

  /** @param perSecond above 0; below 1, one in the time that makes */
  constructor(perSecond: number) {
    this.atOnce = Math.max(1, Math.floor(perSecond))
    this.windowMs = (perSecond < 1 ? 1000 / perSecond : 1000) + MARGIN_MS
  }

  /** Resolves when the next one may begin. One caller at a time, who says {@link begun} once it has. */
  async turn(signal: AbortSignal): Promise<void> {
    for (;;) {
      const before = this.times[this.next]
      const left = before === undefined ? 0 : before + this.windowMs - performance.now()
      if (left <= 0) return
      await wait(left, undefined, { signal })
    }
  }

  /** Counts one as begun. Said after it has: however long the machine held us up in between, none comes too soon. */
  begun(): void {
    this.times[this.next] = performance.now()
    this.next = (this.next + 1) % this.atOnce
  }
}
