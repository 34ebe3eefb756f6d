import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import type { Actor } from '../permissions.ts'
import type { Env } from './env.ts'

/** Lets a request through when a permission holds; else `notSignedIn` for strangers, `keyLacksScope` for programs, `notAllowed` for members. */
export function allow(can: (actor: Actor) => boolean): MiddlewareHandler<Env> {
  return async (c, next) => {
    assertAllowed(c.var.actor, can)
    await next()
  }
}

export function assertAllowed(actor: Actor, can: (actor: Actor) => boolean) {
  if (can(actor)) return
  if (actor.scopes) throw new AppError('keyLacksScope', { value: actor.scopes.join(' ') })
  throw new AppError(actor.role === 'stranger' ? 'notSignedIn' : 'notAllowed')
}
