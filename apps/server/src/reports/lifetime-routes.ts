import { createRoute } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canSeeReports, canSeeSalonReports } from '../permissions.ts'
import { type ColumnsCache, defaultAsOf } from './columns.ts'
import { columnsFor } from './columns-for.ts'
import { isSettled } from './forecast.ts'
import { lifetimeAnswer } from './lifetime-answer.ts'
import { LifetimeAnswer, RiskAnswer } from './lifetime-schemas.ts'
import { AsOfParams, RiskParams, readAsOf } from './query.ts'
import { riskOverview } from './risk-overview.ts'
import { ownStaff } from './seen-by.ts'
import { riskJson } from './wire.ts'

const lifetime = createRoute({
  method: 'get',
  path: '/reports/lifetime',
  middleware: allow(canSeeSalonReports),
  summary: 'The lifetime model, how well it predicted the last 90 days, and what it expects of all clients',
  description: 'While `forecast` is `pending` the model is being fitted: ask again in a few seconds.',
  request: { query: AsOfParams },
  responses: answers(LifetimeAnswer, 'The model, or why there is none'),
})

const risk = createRoute({
  method: 'get',
  path: '/reports/risk',
  middleware: allow(canSeeReports, 'due'),
  summary: 'How many clients are in rhythm, due, at risk and long overdue, and what they are worth',
  request: { query: RiskParams },
  responses: answers(RiskAnswer, 'Clients and their expected value by state'),
})

/** Routes of what is expected of clients: lifetime value and risk. */
export function lifetimeRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(lifetime, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const asOf = readAsOf(c.req.valid('query').asOf, defaultAsOf(columns, c.var.today))
      const answer = await lifetimeAnswer(columns, asOf)
      if (!isSettled(answer.forecast)) c.header('cache-control', 'no-store')
      return c.json(answer, 200)
    })
    .openapi(risk, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const { asOf, staff } = c.req.valid('query')
      const day = readAsOf(asOf, defaultAsOf(columns, c.var.today))
      const overview = await riskOverview(c.var.scope, columns, day, ownStaff(c.var.actor) ?? staff)
      if (!isSettled(overview.forecast)) c.header('cache-control', 'no-store')
      return c.json(riskJson(overview), 200)
    })
}
