import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { type Doors, type Identity, identify } from './identify.ts'

const KEPT_MS = 5_000
const MOST = 10_000

/**
 * Remembers for five seconds who a session belongs to: a page asks ten things at once, and finding out takes the database
 * longer than most answers. Whatever is written through this server makes it forget everybody at once; what another
 * server writes, such as a session ended there, is seen when these seconds are over.
 */
export class KnownPeople {
  private readonly doors: Doors
  private readonly known = new LRUCache<string, Promise<Identity>>({ max: MOST, ttl: KEPT_MS })

  constructor(doors: Doors) {
    this.doors = doors
  }

  /** As {@link identify}; keys and the command line are looked up each time. */
  identify(headers: Headers, asked: string | null): Promise<Identity> {
    const cookie = headers.has('authorization') ? null : headers.get('cookie')
    if (!cookie) return identify(this.doors, headers, asked)
    const key = `${asked ?? ''} ${cookie}`
    const known = this.known.get(key)
    if (known) return known
    const identity = identify(this.doors, headers, asked)
    this.known.set(key, identity)
    identity.catch(() => this.known.delete(key))
    return identity
  }

  /** Forgets everybody before and after each request that may write. */
  forgetOnWrite(): MiddlewareHandler {
    return async (c, next) => {
      if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
      this.known.clear()
      try {
        await next()
      } finally {
        this.known.clear()
      }
    }
  }
}
