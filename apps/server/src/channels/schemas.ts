import { z } from '@hono/zod-openapi'
import { PROVIDER_NAMES, SENDING_CHANNELS } from './providers.ts'
import { FAILURES } from './sender.ts'

const channel = z.enum(SENDING_CHANNELS)
const provider = z.enum(PROVIDER_NAMES)
const perSecond = z.number().int().min(1).max(1000).openapi({ description: 'Messages a second, at most', example: 10 })
const partPrice = z
  .number()
  .min(0)
  .max(1_000_000)
  .openapi({ description: 'Minor units of currency, of one part of an SMS or one message', example: 85 })

export const ChannelParam = z.object({ channel })

export const ChannelBody = z
  .object({
    provider,
    values: z.record(z.string().max(60), z.string().max(4000)).openapi({
      description: 'What the provider wants to know; fields left out stay as they are, an empty text takes one away',
      example: { token: '123456:ABC' },
    }),
    isOn: z.boolean(),
    perSecond,
    partPrice,
  })
  .partial()
  .openapi('ChannelChange')

export const ChannelAnswer = z
  .object({
    channel,
    provider,
    values: z.record(z.string(), z.string()),
    secretsSet: z.array(z.string()).openapi({ description: 'Secrets that are set; they are never shown' }),
    isOn: z.boolean(),
    perSecond,
    partPrice,
    lastError: z.string().nullable().openapi({ description: 'What went wrong last; null: nothing' }),
    lastErrorAt: z.iso.datetime().nullable(),
    hookUrl: z.string().nullable().openapi({ description: 'Where the gateway is to report; null: nowhere' }),
    verifyToken: z.string().nullable().openapi({ description: 'What WhatsApp asks for with the address' }),
  })
  .openapi('Channel')

export const ChannelsAnswer = z
  .object({
    channels: z.array(ChannelAnswer).openapi({ description: 'Those that are set up' }),
    hasServerMail: z.boolean().openapi({ description: 'The server has mail of its own to offer' }),
    isReachable: z.boolean().openapi({ description: 'Gateways can reach this server by https' }),
  })
  .openapi('Channels')

export const TestBody = z
  .object({ to: z.string().trim().min(1).max(320), text: z.string().trim().min(1).max(1000) })
  .openapi('ChannelTest', { example: { to: '+380671112233', text: 'Перевірка каналу' } })

export const OutcomeAnswer = z
  .object({
    kind: z.enum(['sent', 'failed', 'unknown']),
    reason: z.enum(FAILURES).nullable(),
    detail: z.string().openapi({ description: 'In the words of the gateway' }),
  })
  .openapi('ChannelOutcome')
