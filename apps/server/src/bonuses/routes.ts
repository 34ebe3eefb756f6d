import { formatDay } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { findContacts } from '../book/index.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, readCursor } from '../http/paging.ts'
import { canGiveBonuses, canSeeBonuses, canSeeContacts, canSetBonusRules } from '../permissions.ts'
import { type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import { accrueTo } from './accrue-to.ts'
import { clientBonusRoutes } from './client-routes.ts'
import { expiryByRule } from './expiry-by-rule.ts'
import { liability } from './liability.ts'
import { listOperations } from './list-operations.ts'
import { membersToGive } from './members-to-give.ts'
import { operationJson } from './operation-json.ts'
import { reverse } from './reverse.ts'
import { BonusRules, changeRules, readRules } from './rules.ts'
import {
  GiveManyBody,
  LiabilityAnswer,
  OperationParam,
  OperationsAnswer,
  PreviewAnswer,
  PreviewBody,
  ReverseBody,
} from './schemas.ts'

const seen = allow(canSeeBonuses, 'winback')
const given = allow(canGiveBonuses, 'winback')

const report = createRoute({
  method: 'get',
  path: '/bonuses',
  middleware: seen,
  summary: 'What the salon owes its clients in bonuses, when it ends, and what became of what was given',
  responses: answers(LiabilityAnswer, 'The liability'),
})

const operations = createRoute({
  method: 'get',
  path: '/bonuses/operations',
  middleware: seen,
  summary: 'What was done with bonuses, the newest first',
  request: { query: PageParams },
  responses: answers(OperationsAnswer, 'A page of operations'),
})

const undo = createRoute({
  method: 'post',
  path: '/bonuses/operations/{id}/reversal',
  middleware: given,
  summary: 'Undo giving, as far as it is still there, or a payment: back to what it came from',
  request: {
    params: OperationParam,
    body: jsonBody(ReverseBody),
  },
  responses: answers(z.object({ id: z.uuid() }), 'The operation that undoes it'),
})

const rules = createRoute({
  method: 'get',
  path: '/bonuses/rules',
  middleware: seen,
  summary: 'What a bonus is worth, how long it lasts, how much of a bill it pays',
  responses: answers(BonusRules, 'The rules'),
})

const setRules = createRoute({
  method: 'put',
  path: '/bonuses/rules',
  middleware: allow(canSetBonusRules, 'winback'),
  summary: 'Set the rules for what is given from now on',
  request: { body: jsonBody(BonusRules) },
  responses: answers(BonusRules, 'The rules as they are now'),
})

const preview = createRoute({
  method: 'post',
  path: '/bonuses/accruals/preview',
  middleware: given,
  summary: 'How many would get bonuses, and what it costs at most; nothing is given',
  request: { body: jsonBody(PreviewBody) },
  responses: answers(PreviewAnswer, 'What it would be'),
})

const give = createRoute({
  method: 'post',
  path: '/bonuses/accruals',
  middleware: given,
  summary: 'Give bonuses to many clients, or to a group as it is now; all of them or none',
  request: { body: jsonBody(GiveManyBody) },
  responses: answers(z.object({ accrued: z.number().int() }), 'How many got them just now'),
})

const Place = z.object({ at: z.string(), id: z.uuid() })

/** Routes of the bonus ledger. */
export function bonusRoutes(cache: ColumnsCache) {
  return routes()
    .route('/', clientBonusRoutes())
    .openapi(report, async (c) => c.json(await liability(c.var.scope, formatDay(c.var.today)), 200))
    .openapi(operations, async (c) => {
      const { limit } = c.req.valid('query')
      const found = await listOperations(c.var.scope, { after: readCursor(c, Place), limit: limit + 1 })
      const { rows, last } = cutPage(found, limit)
      const clientIds = [...new Set(rows.map(({ clientId }) => clientId))]
      const contacts = canSeeContacts(c.var.actor) ? await findContacts(c.var.scope, clientIds) : null
      const named = rows.map((row) => ({
        ...operationJson(c.var.actor, row),
        name: contacts?.get(row.clientId)?.name ?? '',
      }))
      return c.json({ operations: named, next: nextPage(c, last && { at: last.at, id: last.id }) }, 200)
    })
    .openapi(undo, async (c) => {
      const { id } = c.req.valid('param')
      const { scope, who, today } = c.var
      const operationId = await reverse(scope, { operationId: id, ...c.req.valid('json'), who, on: formatDay(today) })
      return c.json({ id: operationId }, 200)
    })
    .openapi(rules, async (c) => c.json(await readRules(c.var.scope), 200))
    .openapi(setRules, async (c) => c.json(await changeRules(c.var.scope, c.var.who, c.req.valid('json')), 200))
    .openapi(preview, async (c) => {
      const { to, points } = c.req.valid('json')
      const { scope, actor, today } = c.var
      const columns = await cache.get(scope, actor.locations)
      const { clientIds, without } = await membersToGive(scope, columns, to, defaultAsOf(columns, today))
      const { pointMinor } = await readRules(scope)
      const all = clientIds.length * points
      return c.json({ clients: clientIds.length, without, points: all, mostMinor: all * pointMinor }, 200)
    })
    .openapi(give, async (c) => {
      const { to, expiresOn, ...accrual } = c.req.valid('json')
      const { scope, actor, today, who } = c.var
      const columns = await cache.get(scope, actor.locations)
      const { clientIds } = await membersToGive(scope, columns, to, defaultAsOf(columns, today))
      const on = formatDay(today)
      const until = expiryByRule(expiresOn, await readRules(scope), on)
      return c.json(await accrueTo(scope, { ...accrual, clientIds, expiresOn: until, who, on }), 200)
    })
}
