import { type Day, formatDay } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { cutPage, nextPage, readCursor } from '../http/paging.ts'
import { canSeeCalls, canWorkCalls } from '../permissions.ts'
import { type Columns, type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import { callJson } from './call-json.ts'
import { decideCall } from './decide-call.ts'
import { dropSettled } from './drop-settled.ts'
import { countCalls, findCalls, placeOf, withClients } from './find-calls.ts'
import { putOnCallList } from './put-on-call-list.ts'
import {
  CallAnswer,
  CallCountAnswer,
  CallParam,
  CallsAnswer,
  CallsParams,
  OutcomeBody,
  PutCallsAnswer,
  PutCallsBody,
  TakeCallBody,
} from './schemas.ts'
import type { Call } from './tables.ts'
import { takeCall } from './take-call.ts'
import { undoCall } from './undo-call.ts'

const middleware = allow(canWorkCalls, 'winback')
const list = createRoute({
  method: 'get',
  path: '/calls',
  middleware: allow(canSeeCalls, 'winback'),
  summary: 'Whom to call and why, requests of the hosted page first; who came or booked meanwhile is done by itself',
  request: { query: CallsParams },
  responses: answers(CallsAnswer, 'A page of the list'),
})

const counted = createRoute({
  method: 'get',
  path: '/calls/count',
  middleware: allow(canSeeCalls, 'winback'),
  summary: 'How many are to be called today',
  responses: answers(CallCountAnswer, 'The counts'),
})

const put = createRoute({
  method: 'post',
  path: '/calls',
  middleware,
  summary: 'Put clients on the call list, to be called today',
  request: { body: jsonBody(PutCallsBody) },
  responses: answers(PutCallsAnswer, 'How many were put there, and why others were not'),
})

const take = createRoute({
  method: 'post',
  path: '/calls/{id}/take',
  middleware,
  summary: 'Take an entry in hand, for twenty minutes at most, or let go of it',
  request: { params: CallParam, body: jsonBody(TakeCallBody) },
  responses: answers(CallAnswer, 'The entry as it is now'),
})

const decide = createRoute({
  method: 'post',
  path: '/calls/{id}/outcome',
  middleware,
  summary: 'Write down what came of a call',
  request: { params: CallParam, body: jsonBody(OutcomeBody) },
  responses: answers(CallAnswer, 'The entry as it is now'),
})

const undo = createRoute({
  method: 'delete',
  path: '/calls/{id}/outcome',
  middleware,
  summary: 'Take back what was written down last',
  request: { params: CallParam },
  responses: answers(CallAnswer, 'The entry as it is now'),
})

const CallPlaceShape = z.object({ key: z.string(), id: z.uuid() })

/** Routes of the call list. */
export function callRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(list, async (c) => {
      const { show, limit } = c.req.valid('query')
      const { columns, asOf } = await known(c, cache)
      await dropSettled(c.var.scope, columns, asOf)
      const today = formatDay(c.var.today)
      const options = { show, today: c.var.today, after: readCursor(c, CallPlaceShape), limit: limit + 1 }
      const { rows, last } = cutPage(await findCalls(c.var.scope, columns, asOf, options), limit)
      const calls = rows.map((call) => callJson(call, c.var))
      const next = nextPage(c, last && placeOf(show, last))
      return c.json({ today, counts: await countCalls(c.var.scope, today), calls, next }, 200)
    })
    .openapi(counted, async (c) => {
      const { columns, asOf } = await known(c, cache)
      await dropSettled(c.var.scope, columns, asOf)
      return c.json(await countCalls(c.var.scope, formatDay(c.var.today)), 200)
    })
    .openapi(put, async (c) => {
      const source = { kind: 'hand', id: '' } as const
      return c.json(await putOnCallList(c.var.scope, { ...c.req.valid('json'), source, who: c.var.who }), 200)
    })
    .openapi(take, async (c) => {
      const { scope, who } = c.var
      const call = await takeCall(scope, who, c.req.valid('param').id, c.req.valid('json').take)
      return c.json(await shown(c, cache, call), 200)
    })
    .openapi(decide, async (c) => {
      const { scope, who } = c.var
      const call = await decideCall(scope, who, c.req.valid('param').id, c.req.valid('json'))
      return c.json(await shown(c, cache, call), 200)
    })
    .openapi(undo, async (c) => {
      return c.json(await shown(c, cache, await undoCall(c.var.scope, c.var.who, c.req.valid('param').id)), 200)
    })
}

async function known({ var: { scope, today } }: Context<Env>, cache: ColumnsCache) {
  const columns = await cache.get(scope)
  return { columns, asOf: asOfOf(columns, today) }
}

/** Requests come in before there are any visits. */
function asOfOf(columns: Columns, today: Day): Day {
  return columns.visits.rows === 0 ? today : defaultAsOf(columns, today)
}

async function shown(c: Context<Env>, cache: ColumnsCache, call: Call) {
  const { columns, asOf } = await known(c, cache)
  const [found] = await withClients(c.var.scope, columns, { asOf, today: c.var.today }, [call])
  return callJson(found!, c.var)
}
