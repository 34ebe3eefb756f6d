import { createRoute } from '@hono/zod-openapi'
import { type Doors, identify } from '../accounts/index.ts'
import type { Store } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { cutPage } from '../http/paging.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { canHost } from '../permissions.ts'
import type { PlanSettings } from '../plans.ts'
import type { WebhookDeps } from '../webhooks/index.ts'
import { changePlan } from './change-plan.ts'
import { listChanges } from './list-changes.ts'
import { listWorkspaces } from './list-workspaces.ts'
import {
  Done,
  HostChangesAnswer,
  HostedAnswer,
  HostedParam,
  HostedParams,
  PlanChangeBody,
  SuspensionBody,
} from './schemas.ts'
import { suspendWorkspace } from './suspend-workspace.ts'

export interface HostDeps {
  store: Store
  doors: Doors
  rateLimits: RateLimits
  plans: PlanSettings | null
  webhookQueues: WebhookDeps['webhookQueues']
}

const list = createRoute({
  method: 'get',
  path: '/host/workspaces',
  summary: 'For hosts: the workspaces of this server, the newest first',
  request: { query: HostedParams },
  responses: answers(HostedAnswer, 'A page of workspaces'),
})

const plan = createRoute({
  method: 'patch',
  path: '/host/workspaces/{id}/plan',
  summary: 'For hosts: give a workspace another plan',
  request: { params: HostedParam, body: jsonBody(PlanChangeBody) },
  responses: answers(Done, 'Given'),
})

const suspension = createRoute({
  method: 'post',
  path: '/host/workspaces/{id}/suspension',
  summary: 'For hosts: let nobody into a workspace, or let its people in again',
  request: { params: HostedParam, body: jsonBody(SuspensionBody) },
  responses: answers(Done, 'So it is'),
})

const changes = createRoute({
  method: 'get',
  path: '/host/workspaces/{id}/changes',
  summary: 'For hosts: what hosts have done to a workspace, the latest first',
  request: { params: HostedParam },
  responses: answers(HostChangesAnswer, 'Up to fifty changes'),
})

/** Routes above the workspaces. A host is no member: these are all they see of one. */
export function hostRoutes({ store, doors, rateLimits, plans, webhookQueues }: HostDeps) {
  const host = routes()
  host.use('/host/*', async (c, next) => {
    const { user, who } = await identify(doors, c.req.raw.headers)
    const asker = user ? { kind: 'user' as const, id: user.id, name: user.name } : who
    await rateLimits.count(c, asker)
    if (!canHost(user)) throw new AppError(user || who.kind === 'apiKey' ? 'notAllowed' : 'notSignedIn')
    c.set('who', asker)
    await next()
  })
  return host
    .openapi(list, async (c) => {
      const { search, limit, cursor } = c.req.valid('query')
      const found = await listWorkspaces(store, plans, { search, after: cursor ?? null, limit: limit + 1 })
      const { rows, last } = cutPage(found, limit)
      return c.json({ hasPlans: plans !== null, workspaces: rows, next: last?.id ?? null }, 200)
    })
    .openapi(plan, async (c) => {
      const { trialEndsAt, ...change } = c.req.valid('json')
      const ends = trialEndsAt === null ? null : new Date(trialEndsAt)
      await changePlan(store, c.var.who, c.req.valid('param').id, { ...change, trialEndsAt: ends }, webhookQueues)
      return c.json({ done: true as const }, 200)
    })
    .openapi(suspension, async (c) => {
      await suspendWorkspace(store, c.var.who, c.req.valid('param').id, c.req.valid('json'))
      return c.json({ done: true as const }, 200)
    })
    .openapi(changes, async (c) => c.json({ changes: await listChanges(store, c.req.valid('param').id) }, 200))
}
