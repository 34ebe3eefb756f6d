import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { clientNetwork } from '../http/client-address.ts'

/** Unknown tokens from one address in this many seconds, after which none from there is looked up until they are over. */
const GUESSES = 30
const WINDOW_SECONDS = 600

/** Keeps count of tokens that were none, by address. */
export class Guesses {
  private readonly counted = new RateLimiterMemory({ points: GUESSES, duration: WINDOW_SECONDS })

  /** Whether nothing from there is looked up any more, be it right or wrong. */
  async tooMany(c: Context): Promise<boolean> {
    return ((await this.counted.get(clientNetwork(c)))?.consumedPoints ?? 0) >= GUESSES
  }

  async count(c: Context): Promise<void> {
    await this.counted.penalty(clientNetwork(c))
  }
}
