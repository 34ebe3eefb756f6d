import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'
import { clientNetwork } from './client-address.ts'
import type { Who } from './who.ts'

const WINDOW_SECONDS = 60

/** What costs the server most has a limit of its own: this share of the other one. */
const HEAVY_SHARE = 0.1
const HEAVY = [/^GET \/api\/exports\//, /^POST \/api\/imports$/]

/** Refuses requests above a number a minute. */
export interface RateLimits {
  /** Counts a request of somebody, strangers by their address. Throws `tooManyRequests`. */
  count(c: Context, who: Who): Promise<void>
}

/**
 * Limits of each user, key and address, told in the headers of draft-ietf-httpapi-ratelimit-headers. They are counted
 * in this process: of several servers each counts its own. The command line of this machine is not limited.
 * @param perMinute requests; 0: no limits
 */
export function createRateLimits(perMinute: number): RateLimits {
  if (perMinute === 0) return { count: async () => {} }
  const policies = {
    requests: new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS }),
    heavy: new RateLimiterMemory({ points: Math.ceil(perMinute * HEAVY_SHARE), duration: WINDOW_SECONDS }),
  }
  return {
    async count(c, who) {
      if (who.kind === 'commandLine') return
      const name = HEAVY.some((each) => each.test(`${c.req.method} ${c.req.path}`)) ? 'heavy' : 'requests'
      const policy = policies[name]
      const spent = await spend(policy, 'id' in who ? `${who.kind} ${who.id}` : clientNetwork(c))
      const seconds = Math.ceil(spent.msBeforeNext / 1000)
      c.header('ratelimit-policy', `"${name}";q=${policy.points};w=${WINDOW_SECONDS}`)
      c.header('ratelimit', `"${name}";r=${spent.remainingPoints};t=${seconds}`)
      if (spent.consumedPoints <= policy.points) return
      c.header('retry-after', String(seconds))
      throw new AppError('tooManyRequests', { value: `${policy.points}/min` })
    },
  }
}

async function spend(policy: RateLimiterMemory, asker: string): Promise<RateLimiterRes> {
  try {
    return await policy.consume(asker)
  } catch (spent) {
    // what is over the limit comes as a rejection
    if (spent instanceof RateLimiterRes) return spent
    throw spent
  }
}
