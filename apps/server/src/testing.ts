import { OpenAPIHono } from '@hono/zod-openapi'
import type { WorkspaceScope } from './database/index.ts'
import { exportRoutes } from './exports/index.ts'
import type { Env } from './http/env.ts'
import { answerError } from './http/errors.ts'
import { createSeal } from './http/seal.ts'
import type { Actor } from './permissions.ts'
import { qualityRoutes } from './quality/index.ts'
import { analysisRoutes } from './reports/analysis-routes.ts'
import { ColumnsCache } from './reports/columns.ts'
import { lifetimeRoutes } from './reports/lifetime-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { todayIn } from './today.ts'
import { workspaceRoutes } from './workspace/index.ts'

/** What an owner is. */
export const OWNER: Actor = { role: 'owner', staff: null, seesContacts: true, locations: null }

/** The reading side of the API on a workspace, as a person of it sees it on 22 November 2026; the owner by default. */
export function apiOf(scope: WorkspaceScope, actor = OWNER) {
  const cache = new ColumnsCache()
  const app = new OpenAPIHono<Env>()
  app.onError(answerError)
  app.use(async (c, next) => {
    c.set('scope', scope)
    c.set('actor', actor)
    c.set('userId', null)
    c.set('plan', null)
    c.set('who', { kind: 'commandLine' })
    c.set('timeZone', 'Europe/Kyiv')
    c.set('announce', async () => {})
    c.set('seal', createSeal('a secret of the tests'))
    c.set('today', todayIn('Europe/Kyiv', Temporal.Instant.from('2026-11-22T12:00Z')))
    await next()
  })
  app
    .route('/', reportRoutes(cache))
    .route('/', workspaceRoutes())
    .route('/', analysisRoutes(cache))
    .route('/', lifetimeRoutes(cache))
    .route('/', exportRoutes(cache))
    .route('/', qualityRoutes(cache))
  const get = async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, body: await response.json() }
  }
  return { app, get }
}
