import { OpenAPIHono } from '@hono/zod-openapi'
import { requestId } from 'hono/request-id'
import {
  type AccountDeps,
  answerAuth,
  askedWorkspace,
  KnownPeople,
  keyRoutes,
  type MemberDeps,
  memberRoutes,
  operatorRoutes,
  registrationRoutes,
  sessionRoutes,
} from './accounts/index.ts'
import { auditRoutes } from './audit/index.ts'
import { automationPeopleRoutes, automationRoutes } from './automations/index.ts'
import { bonusRoutes } from './bonuses/index.ts'
import { callRoutes, requestPages } from './calls/index.ts'
import {
  type CampaignDeps,
  campaignCallRoutes,
  campaignPeopleRoutes,
  campaignRoutes,
  campaignsNamed,
  messagesSent,
} from './campaigns/index.ts'
import { type ChannelHookDeps, channelHookRoutes, channelRoutes, replyRoutes } from './channels/index.ts'
import { openScope, type Store } from './database/index.ts'
import { AppError } from './errors.ts'
import { campaignExports, exportRoutes } from './exports/index.ts'
import { groupRoutes } from './groups/index.ts'
import { hostRoutes } from './host/index.ts'
import type { Announce } from './http/announce.ts'
import { knowAddress } from './http/client-address.ts'
import { docsRoutes } from './http/docs.ts'
import type { Env } from './http/env.ts'
import { answerError } from './http/errors.ts'
import { idempotent } from './http/idempotent.ts'
import { methodsOf } from './http/methods-of.ts'
import { ownHostOnly } from './http/own-host-only.ts'
import type { RateLimits } from './http/rate-limits.ts'
import { sameOriginOnly } from './http/same-origin-only.ts'
import type { Seal } from './http/seal.ts'
import { securityHeaders } from './http/security-headers.ts'
import { servePage } from './http/serve-page.ts'
import { smallJsonOnly } from './http/small-json-only.ts'
import { unchanged } from './http/unchanged.ts'
import { type ImportDeps, importRoutes } from './imports/index.ts'
import { bookingRoutes, Guesses, linkPages, unsubscribePages } from './links/index.ts'
import { type Operations, operationsRoutes, trackRequests } from './operations/index.ts'
import { includes, leastPlan, planInForce } from './plans.ts'
import { practiceEntrance, practiceRoutes } from './practice/index.ts'
import { chatRoutes, consentRoutes, personalDataRoutes, retentionRoutes } from './privacy/index.ts'
import type { Proxies } from './proxies.ts'
import { qualityRoutes } from './quality/index.ts'
import { analysisRoutes } from './reports/analysis-routes.ts'
import type { ColumnsCache } from './reports/columns.ts'
import { lifetimeRoutes } from './reports/lifetime-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { surveyPages, surveyRoutes } from './surveys/index.ts'
import { todayOf } from './today.ts'
import { operatorGoRoutes, waitRoutes } from './waits/index.ts'
import { type WebhookDeps, webhookRoutes } from './webhooks/index.ts'
import { WorkspaceReader, workspaceRoutes } from './workspace/index.ts'

export interface AppDeps extends ImportDeps, AccountDeps, MemberDeps, WebhookDeps, CampaignDeps {
  store: Store
  cache: ColumnsCache
  operations: Operations
  seal: Seal
  announce: Announce
  rateLimits: RateLimits
  proxies: Proxies
  /** folder of the built page */
  pageFolder: string
  /** told of what became of messages */
  onDelivery: ChannelHookDeps['onDelivery']
}

/** Anybody may come here: counted by address. */
const WAYS_IN = [
  '/api/session/*',
  '/api/registration',
  '/api/registration-links/*',
  '/api/invitations/*',
  '/api/operator/*',
]
const STRANGER = { kind: 'stranger' } as const

/** The whole HTTP side: the API under /api, its description, and the page for every other address. */
export function createApp(deps: AppDeps) {
  const { cache, doors, rateLimits, store } = deps
  const app = new OpenAPIHono<Env>()
  app.onError(answerError)
  const allowedAt = methodsOf(app)
  app.notFound((c) => {
    const allowed = allowedAt(c.req.path)
    if (allowed === '') return answerError(new AppError('notFound', { value: c.req.path }), c)
    c.header('allow', allowed)
    return answerError(new AppError('methodNotAllowed', { value: allowed }), c)
  })
  app.use(requestId({ limitLength: 64 }), trackRequests(deps.operations.metrics))
  app.use(securityHeaders(deps.publicUrl), ownHostOnly(deps.publicUrl), knowAddress(deps.proxies))
  operationsRoutes(app, deps.operations)
  const people = new KnownPeople(doors)
  const workspaces = new WorkspaceReader()
  app.use('/api/*', sameOriginOnly(deps.publicUrl), smallJsonOnly(), people.forgetOnWrite())
  app.on(['GET', 'POST'], '/api/auth/*', (c) => answerAuth(doors.auth, c))
  docsRoutes(app)
  const clientPages = { store, guesses: new Guesses(), now: () => new Date() }
  linkPages(app, clientPages)
  unsubscribePages(app, clientPages)
  requestPages(app, { ...clientPages, cache })
  surveyPages(app, { ...clientPages, announce: deps.announce })
  for (const path of WAYS_IN) {
    app.use(path, async (c, next) => {
      await rateLimits.count(c, STRANGER)
      await next()
    })
  }
  const open = app
    .route('/api', sessionRoutes(deps))
    .route('/api', registrationRoutes(deps))
    .route('/api', operatorRoutes(doors))
    .route('/api', operatorGoRoutes(doors, deps))
    .route('/api', hostRoutes(deps))
    .route('/api', practiceEntrance(doors))
  app.use('/api/*', async (c, next) => {
    const asked = askedWorkspace(c)
    const { user, actor, workspaceId, who } = await people.identify(c.req.raw.headers, asked).catch(async (error) => {
      // keys that are none are counted by address: nobody tries them in bulk
      await rateLimits.count(c, STRANGER)
      throw error
    })
    await rateLimits.count(c, who)
    if (!actor || workspaceId === null) {
      throw user && asked !== null ? new AppError('workspaceNotFound') : new AppError('notSignedIn')
    }
    const scope = openScope(store, workspaceId)
    c.set('scope', scope)
    c.set('actor', actor)
    c.set('userId', user?.id ?? null)
    c.set('who', who)
    const workspace = await workspaces.read(scope)
    if (workspace.suspendedAt && who.kind !== 'commandLine') throw new AppError('workspaceSuspended')
    const plan = who.kind === 'commandLine' ? null : planInForce(deps.plans, workspace)
    if (who.kind === 'apiKey' && !includes(plan, 'api')) {
      throw new AppError('planNeeded', { feature: 'api', plan: leastPlan('api') })
    }
    c.set('plan', plan)
    const { timeZone, dataVersion } = workspace
    c.set('dataVersion', dataVersion)
    c.set('timeZone', timeZone)
    c.set('today', todayOf(workspace))
    c.set('seal', deps.seal)
    c.set('announce', deps.announce)
    await next()
  })
  app.use('/api/*', idempotent())
  for (const path of ['/api/reports/*', '/api/quality']) app.use(path, unchanged())
  const api = open
    .route('/api', memberRoutes(deps))
    .route('/api', keyRoutes())
    .route('/api', webhookRoutes(deps))
    .route('/api', channelRoutes())
    .route('/api', replyRoutes())
    .route('/api', campaignRoutes(deps, cache))
    .route('/api', campaignPeopleRoutes(deps, cache))
    .route('/api', campaignCallRoutes(deps, cache))
    .route('/api', campaignExports(deps, cache))
    .route('/api', automationRoutes(deps, cache))
    .route('/api', automationPeopleRoutes(deps, cache))
    .route('/api', reportRoutes(cache))
    .route('/api', workspaceRoutes())
    .route('/api', waitRoutes(deps))
    .route('/api', analysisRoutes(cache))
    .route('/api', lifetimeRoutes(cache))
    .route('/api', groupRoutes(cache))
    .route('/api', bonusRoutes(cache))
    .route('/api', exportRoutes(cache))
    .route('/api', qualityRoutes(cache))
    .route('/api', importRoutes(deps))
    .route('/api', auditRoutes())
    .route('/api', consentRoutes(cache))
    .route('/api', chatRoutes(cache))
    .route('/api', personalDataRoutes(deps))
    .route('/api', retentionRoutes())
    .route('/api', bookingRoutes())
    .route('/api', callRoutes(cache))
    .route('/api', surveyRoutes({ campaignsNamed }))
    .route('/api', practiceRoutes({ ...deps.campaigns, cache, sent: messagesSent }))
  app.route('/hooks', channelHookRoutes(deps))
  servePage(app, deps.pageFolder)
  return api
}

/** Type of the API for the page's client. */
export type AppType = ReturnType<typeof createApp>
