import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, readCursor } from '../http/paging.ts'
import { canManageWebhooks } from '../permissions.ts'
import { includes } from '../plans.ts'
import { listDeliveries, sendAgain, sendTest } from './deliveries.ts'
import { changeWebhook, listWebhooks, makeWebhook, removeWebhook } from './manage-webhooks.ts'
import {
  DeliveriesAnswer,
  DeliveryAnswer,
  DeliveryParam,
  MadeWebhookAnswer,
  NewWebhookBody,
  WebhookAnswer,
  WebhookChangeBody,
  WebhookParam,
  WebhooksAnswer,
} from './schemas.ts'
import { rotateSecret } from './secrets.ts'
import type { WebhookDeps } from './start-webhooks.ts'
import { deliveryJson, webhookJson } from './webhook-json.ts'

const middleware = allow(canManageWebhooks)

const list = createRoute({
  method: 'get',
  path: '/webhooks',
  middleware,
  summary: 'Addresses that are told of events, the oldest first',
  request: { query: PageParams },
  responses: answers(WebhooksAnswer, 'A page of webhooks'),
})

const make = createRoute({
  method: 'post',
  path: '/webhooks',
  middleware: allow(canManageWebhooks, 'api'),
  summary: 'Have events sent to an address, signed as Standard Webhooks says',
  request: { body: { content: { 'application/json': { schema: NewWebhookBody } }, required: true } },
  responses: answers(MadeWebhookAnswer, 'The webhook with its secret'),
})

const change = createRoute({
  method: 'patch',
  path: '/webhooks/{id}',
  middleware,
  summary: 'Change the address or the events, turn it off or on',
  request: {
    params: WebhookParam,
    body: { content: { 'application/json': { schema: WebhookChangeBody } }, required: true },
  },
  responses: answers(WebhookAnswer, 'The webhook as it is now'),
})

const remove = createRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  middleware,
  summary: 'Remove an address and the log of what was sent to it',
  request: { params: WebhookParam },
  responses: answers(z.object({ done: z.literal(true) }), 'Removed'),
})

const rotate = createRoute({
  method: 'post',
  path: '/webhooks/{id}/secret',
  middleware,
  summary: 'Make a new secret; for 24 hours what is sent is signed with the one before, too',
  request: { params: WebhookParam },
  responses: answers(MadeWebhookAnswer, 'The webhook with its new secret'),
})

const test = createRoute({
  method: 'post',
  path: '/webhooks/{id}/test',
  middleware: allow(canManageWebhooks, 'api'),
  summary: 'Send an event of type webhook.test',
  request: { params: WebhookParam },
  responses: answers(DeliveryAnswer, 'The delivery, waiting'),
})

const deliveries = createRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  middleware,
  summary: 'What was and will be sent to an address, the newest first; kept for 30 days',
  request: { params: WebhookParam, query: PageParams },
  responses: answers(DeliveriesAnswer, 'A page of deliveries'),
})

const again = createRoute({
  method: 'post',
  path: '/webhooks/{id}/deliveries/{deliveryId}/retry',
  middleware: allow(canManageWebhooks, 'api'),
  summary: 'Send the same again, with the same webhook-id',
  request: { params: DeliveryParam },
  responses: answers(DeliveryAnswer, 'The delivery, waiting'),
})

/** Routes of the addresses that are told of events. */
export function webhookRoutes({ webhookQueues, allowPrivate }: WebhookDeps) {
  return routes()
    .openapi(list, async (c) => {
      const { limit } = c.req.valid('query')
      const found = await listWebhooks(c.var.scope, { after: readCursor(c, z.uuid()), limit: limit + 1 })
      const { rows, last } = cutPage(found, limit)
      return c.json({ webhooks: rows.map((row) => webhookJson(row)), next: nextPage(c, last?.id ?? null) }, 200)
    })
    .openapi(make, async (c) => {
      const made = await makeWebhook(c.var.scope, c.var.who, c.req.valid('json'), allowPrivate)
      return c.json({ ...webhookJson(made), secret: made.secret }, 200)
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(
        webhookJson(await changeWebhook(c.var.scope, c.var.who, id, c.req.valid('json'), allowPrivate)),
        200,
      )
    })
    .openapi(remove, async (c) => {
      await removeWebhook(c.var.scope, c.var.who, c.req.valid('param').id)
      return c.json({ done: true as const }, 200)
    })
    .openapi(rotate, async (c) => {
      const after = await rotateSecret(c.var.scope, c.var.who, c.req.valid('param').id)
      return c.json({ ...webhookJson(after), secret: after.secret }, 200)
    })
    .openapi(test, async (c) => {
      return c.json(deliveryJson(await sendTest(c.var.scope, webhookQueues, c.req.valid('param').id), true), 200)
    })
    .openapi(deliveries, async (c) => {
      const { limit } = c.req.valid('query')
      const page = { before: readCursor(c, z.uuid()), limit: limit + 1 }
      const { rows, last } = cutPage(await listDeliveries(c.var.scope, c.req.valid('param').id, page), limit)
      const maySend = includes(c.var.plan, 'api')
      const deliveries = rows.map((row) => deliveryJson(row, maySend))
      return c.json({ deliveries, next: nextPage(c, last?.id ?? null) }, 200)
    })
    .openapi(again, async (c) => {
      const { id, deliveryId } = c.req.valid('param')
      return c.json(deliveryJson(await sendAgain(c.var.scope, webhookQueues, id, deliveryId), true), 200)
    })
}
