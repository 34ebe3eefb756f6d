import { formatDay } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findContacts } from '../book/index.ts'
import { AppError } from '../errors.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, readCursor } from '../http/paging.ts'
import { canGiveBonuses, canSeeBonuses } from '../permissions.ts'
import { accrueTo } from './accrue-to.ts'
import { expiryByRule } from './expiry-by-rule.ts'
import { operationJson } from './operation-json.ts'
import { redeem } from './redeem.ts'
import { earnedOn, readRules } from './rules.ts'
import { ClientParam, GiveBody, RedeemBody, StatementAnswer } from './schemas.ts'
import { statement } from './statement.ts'

const see = createRoute({
  method: 'get',
  path: '/clients/{id}/bonuses',
  middleware: allow(canSeeBonuses, 'winback'),
  summary: 'What a client holds, what of it ends when, and everything that was done, the newest first',
  request: { params: ClientParam, query: PageParams },
  responses: answers(StatementAnswer, 'The statement'),
})

const give = createRoute({
  method: 'post',
  path: '/clients/{id}/bonuses/accruals',
  middleware: allow(canGiveBonuses, 'winback'),
  summary: 'Give a client bonuses, or the share the rules give of what they paid',
  request: {
    params: ClientParam,
    body: jsonBody(GiveBody),
  },
  responses: answers(StatementAnswer, 'The statement as it is now'),
})

const pay = createRoute({
  method: 'post',
  path: '/clients/{id}/bonuses/redemptions',
  middleware: allow(canGiveBonuses, 'winback'),
  summary: 'Pay a part of a bill with bonuses, those that end first',
  request: {
    params: ClientParam,
    body: jsonBody(RedeemBody),
  },
  responses: answers(StatementAnswer, 'The statement as it is now'),
})

const Place = z.object({ at: z.string(), id: z.uuid() })

async function answerStatement(c: Context<Env>, id: number, limit: number, after: z.infer<typeof Place> | null) {
  const { operations, ...known } = await statement(c.var.scope, id, formatDay(c.var.today), { after, limit: limit + 1 })
  const { rows, last } = cutPage(operations, limit)
  return {
    ...known,
    operations: rows.map((row) => operationJson(c.var.actor, row)),
    next: nextPage(c, last && { at: last.at, id: last.id }),
  }
}

const FIRST_PAGE = 100

/** Routes of one client's bonuses. */
export function clientBonusRoutes() {
  return routes()
    .openapi(see, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await findContacts(c.var.scope, [id])).has(id)) throw new AppError('clientNotFound', { value: String(id) })
      return c.json(await answerStatement(c, id, c.req.valid('query').limit, readCursor(c, Place)), 200)
    })
    .openapi(give, async (c) => {
      const { id } = c.req.valid('param')
      const { points, paidMinor = 0, expiresOn, ...request } = c.req.valid('json')
      const { scope, who } = c.var
      const contact = (await findContacts(scope, [id])).get(id)
      if (!contact || contact.erased) throw new AppError('clientNotFound', { value: String(id) })
      const rules = await readRules(scope)
      const given = points ?? earnedOn(paidMinor, rules)
      if (given === 0) throw new AppError('bonusTooLittlePaid')
      const on = formatDay(c.var.today)
      const accrual = { clientIds: [id], points: given, expiresOn: expiryByRule(expiresOn, rules, on), on }
      await accrueTo(scope, { ...request, ...accrual, who })
      return c.json(await answerStatement(c, id, FIRST_PAGE, null), 200)
    })
    .openapi(pay, async (c) => {
      const { id } = c.req.valid('param')
      const { scope, who } = c.var
      await redeem(scope, { clientId: id, ...c.req.valid('json'), who, on: formatDay(c.var.today) })
      return c.json(await answerStatement(c, id, FIRST_PAGE, null), 200)
    })
}
