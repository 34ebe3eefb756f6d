import type { Day } from '@comeback/retention'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { WorkspaceScope } from '../database/index.ts'
import type { Actor } from '../permissions.ts'
import type { Plan } from '../plans.ts'
import type { Announce } from './announce.ts'
import { failure } from './errors.ts'
import type { Seal } from './seal.ts'
import type { Who } from './who.ts'

/** What a route finds in its context. */
export interface Env {
  Variables: {
    /** where the request comes from; see client-address.ts */
    address: string
    /** the workspace of the request */
    scope: WorkspaceScope
    /** who asks, as far as this workspace is concerned */
    actor: Actor
    /** `null` for strangers, programs with a key and the operator's command line */
    userId: string | null
    /** the same as the log of actions names them */
    who: Who
    /** IANA, of the workspace */
    timeZone: string
    /** the workspace's plan; `null` where there are none, and everything is on */
    plan: Plan | null
    /** closes what goes out and must come back unread and unchanged */
    seal: Seal
    /** has those told who want to be */
    announce: Announce
    /** of the workspace: counts what changed its data or settings */
    dataVersion: number
    /** today in the workspace's time zone */
    today: Day
  }
}

/** A set of routes whose bad parameters answer like every other failure, naming the first field at fault. */
export function routes() {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return
      const issue = result.error.issues[0]
      const field = issue?.path.join('.') ?? ''
      return c.json(failure('badRequest', `${field}: ${issue?.message ?? 'not valid'}`, { field }), 400)
    },
  })
}
