import { OpenAPIHono } from '@hono/zod-openapi'
import { secureHeaders } from 'hono/secure-headers'
import type { WorkspaceScope } from './database/index.ts'
import { AppError } from './errors.ts'
import { exportRoutes } from './exports/routes.ts'
import { docsRoutes } from './http/docs.ts'
import type { Env } from './http/env.ts'
import { answerError } from './http/errors.ts'
import { servePage } from './http/serve-page.ts'
import { activeImport, type ImportDeps, importRoutes } from './imports/index.ts'
import { ColumnsCache } from './reports/columns.ts'
import { reportRoutes } from './reports/routes.ts'
import { todayIn } from './today.ts'

export interface AppDeps extends ImportDeps {
  /** the only workspace until people sign in, and its time zone */
  scope: WorkspaceScope
  timeZone: string
  /** folder of the built page */
  pageFolder: string
}

/** The whole HTTP side: the API under /api, its description, and the page for every other address. */
export function createApp(deps: AppDeps) {
  const cache = new ColumnsCache()
  const app = new OpenAPIHono<Env>()
  app.onError(answerError)
  app.notFound((c) => answerError(new AppError('notFound', { value: c.req.path }), c))
  app.use(secureHeaders({ crossOriginEmbedderPolicy: false }))
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.use('/api/*', async (c, next) => {
    c.set('scope', deps.scope)
    c.set('today', todayIn(deps.timeZone))
    await next()
  })
  const api = app
    .route('/api', reportRoutes(cache, activeImport))
    .route('/api', exportRoutes(cache))
    .route('/api', importRoutes(deps))
  docsRoutes(app)
  servePage(app, deps.pageFolder)
  return api
}

/** Type of the API for the page's client. */
export type AppType = ReturnType<typeof createApp>
