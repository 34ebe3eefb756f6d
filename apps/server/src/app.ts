import { OpenAPIHono } from '@hono/zod-openapi'
import { requestId } from 'hono/request-id'
import {
  type AccountDeps,
  answerAuth,
  identify,
  keyRoutes,
  type MemberDeps,
  memberRoutes,
  operatorRoutes,
  sessionRoutes,
} from './accounts/index.ts'
import { auditRoutes } from './audit/index.ts'
import { openScope, type Store } from './database/index.ts'
import { AppError } from './errors.ts'
import { exportRoutes } from './exports/index.ts'
import { docsRoutes } from './http/docs.ts'
import type { Env } from './http/env.ts'
import { answerError } from './http/errors.ts'
import { sameOriginOnly } from './http/same-origin-only.ts'
import type { Seal } from './http/seal.ts'
import { securityHeaders } from './http/security-headers.ts'
import { servePage } from './http/serve-page.ts'
import { smallJsonOnly } from './http/small-json-only.ts'
import { type ImportDeps, importRoutes } from './imports/index.ts'
import { type Operations, operationsRoutes, trackRequests } from './operations/index.ts'
import { consentRoutes } from './privacy/index.ts'
import { qualityRoutes } from './quality/index.ts'
import { analysisRoutes } from './reports/analysis-routes.ts'
import type { ColumnsCache } from './reports/columns.ts'
import { lifetimeRoutes } from './reports/lifetime-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { todayIn } from './today.ts'
import { readWorkspace, workspaceRoutes } from './workspace/index.ts'

export interface AppDeps extends ImportDeps, AccountDeps, MemberDeps {
  store: Store
  cache: ColumnsCache
  operations: Operations
  seal: Seal
  /** folder of the built page */
  pageFolder: string
}

/** The whole HTTP side: the API under /api, its description, and the page for every other address. */
export function createApp(deps: AppDeps) {
  const { cache, doors, store } = deps
  const app = new OpenAPIHono<Env>()
  app.onError(answerError)
  app.notFound((c) => answerError(new AppError('notFound', { value: c.req.path }), c))
  app.use(requestId({ limitLength: 64 }), trackRequests(deps.operations.metrics))
  app.use(securityHeaders(deps.publicUrl))
  operationsRoutes(app, deps.operations)
  app.use('/api/*', sameOriginOnly(deps.publicUrl), smallJsonOnly())
  app.on(['GET', 'POST'], '/api/auth/*', (c) => answerAuth(doors.auth, c))
  docsRoutes(app)
  const open = app.route('/api', sessionRoutes(deps)).route('/api', operatorRoutes(doors))
  app.use('/api/*', async (c, next) => {
    const { user, actor, workspaceId, who } = await identify(doors, c.req.raw.headers)
    if (!actor || workspaceId === null) throw new AppError('notSignedIn')
    const scope = openScope(store, workspaceId)
    c.set('scope', scope)
    c.set('actor', actor)
    c.set('userId', user?.id ?? null)
    c.set('who', who)
    const { timeZone } = await readWorkspace(scope)
    c.set('timeZone', timeZone)
    c.set('today', todayIn(timeZone))
    c.set('seal', deps.seal)
    await next()
  })
  const api = open
    .route('/api', memberRoutes(deps))
    .route('/api', keyRoutes())
    .route('/api', reportRoutes(cache))
    .route('/api', workspaceRoutes())
    .route('/api', analysisRoutes(cache))
    .route('/api', lifetimeRoutes(cache))
    .route('/api', exportRoutes(cache))
    .route('/api', qualityRoutes(cache))
    .route('/api', importRoutes(deps))
    .route('/api', auditRoutes())
    .route('/api', consentRoutes(cache))
  servePage(app, deps.pageFolder)
  return api
}

/** Type of the API for the page's client. */
export type AppType = ReturnType<typeof createApp>
