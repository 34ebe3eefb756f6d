import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import type { Actor } from '../permissions.ts'
import { type Feature, includes, leastPlan } from '../plans.ts'
import type { Env } from './env.ts'

/**
 * Lets a request through when a permission holds, else `notSignedIn` for strangers, `keyLacksScope` for programs,
 * `notAllowed` for members; and when the workspace's plan has the feature, else `planNeeded`.
 */
export function allow(can: (actor: Actor) => boolean, feature?: Feature): MiddlewareHandler<Env> {
  return async (c, next) => {
    assertAllowed(c.var.actor, can)
    if (feature && !includes(c.var.plan, feature))
      throw new AppError('planNeeded', { feature, plan: leastPlan(feature) })
    await next()
  }
}

export function assertAllowed(actor: Actor, can: (actor: Actor) => boolean) {
  if (can(actor)) return
  if (actor.scopes) throw new AppError('keyLacksScope', { value: actor.scopes.join(' ') })
  throw new AppError(actor.role === 'stranger' ? 'notSignedIn' : 'notAllowed')
}
