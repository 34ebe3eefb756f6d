import { z } from '@hono/zod-openapi'
import { EVENT_TYPES } from '../http/announce.ts'
import { pageFields } from '../http/paging.ts'
import { SHOWN_STATES, TEST, TROUBLES } from './tables.ts'

const url = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((text) => URL.canParse(text) && new URL(text).username === '', 'leave names and passwords out')
  .openapi({ description: 'http or https; on the internet', example: 'https://example.com/comeback' })
const events = z
  .array(z.enum(EVENT_TYPES))
  .min(1)
  .openapi({ description: 'What to be told of', example: ['import.completed'] })
const moment = z.iso.datetime()

export const NewWebhookBody = z.object({ url, events }).openapi('NewWebhook')

export const WebhookChangeBody = z.object({ url, events, isOn: z.boolean() }).partial().openapi('WebhookChange')

const fields = {
  id: z.uuid(),
  url,
  events,
  isOn: z.boolean(),
  offReason: z
    .enum(['gone', 'failing'])
    .nullable()
    .openapi({ description: 'Why the server turned it off: the receiver answered 410, or nothing got through' }),
  offAt: moment.nullable(),
  failingSince: moment.nullable(),
  previousSecretUntil: moment
    .nullable()
    .openapi({ description: 'Until then what is sent is signed with the secret before, too' }),
  createdAt: moment,
}

export const WebhookAnswer = z.object(fields).openapi('Webhook')

export const MadeWebhookAnswer = z
  .object({ ...fields, secret: z.string().openapi({ example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }) })
  .openapi('MadeWebhook', { description: 'The secret is told once' })

export const WebhooksAnswer = z.object({ webhooks: z.array(WebhookAnswer), ...pageFields }).openapi('Webhooks')

export const DeliveryAnswer = z
  .object({
    id: z.uuid().openapi({ description: 'What the receiver gets as webhook-id, the same at every try' }),
    type: z.enum([...EVENT_TYPES, TEST]),
    state: z
      .enum(SHOWN_STATES)
      .openapi({ description: 'held: the plan has no webhooks; sent when it has them again, within 30 days' }),
    tries: z.number().int(),
    nextTryAt: moment.nullable(),
    createdAt: moment,
    triedAt: moment.nullable(),
    status: z.number().int().nullable(),
    ms: z.number().int().nullable(),
    answer: z.string().nullable().openapi({ description: 'The first kilobyte of what the receiver said' }),
    trouble: z.enum(TROUBLES).nullable(),
  })
  .openapi('WebhookDelivery')

export const DeliveriesAnswer = z
  .object({ deliveries: z.array(DeliveryAnswer), ...pageFields })
  .openapi('WebhookDeliveries')

export const WebhookParam = z.object({ id: z.uuid() })
export const DeliveryParam = z.object({ id: z.uuid(), deliveryId: z.uuid() })
