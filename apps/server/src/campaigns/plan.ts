import { z } from '@hono/zod-openapi'
import { SENDING_CHANNELS } from '../channels/providers.ts'
import { LANGUAGES } from '../languages.ts'

const LONGEST_TEXT = 4000
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use HH:mm')

/** When nobody is written to; null: at any time. */
export const Quiet = z
  .object({ from: time, to: time })
  .nullable()
  .openapi({ description: 'Local hours nobody is written to in', example: { from: '21:00', to: '09:00' } })

const local = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'use YYYY-MM-DDTHH:mm')
  .refine((text) => isDateTime(text), 'there is no such date')

function isDateTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

const Link = z
  .discriminatedUnion('kind', [
    z
      .object({ kind: z.literal('booking') })
      .openapi({ description: 'Where the settings say: online booking, else our page' }),
    z
      .object({ kind: z.literal('request') })
      .openapi({ description: 'The page hosted here, where one asks for a time' }),
    z.object({ kind: z.literal('url'), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  ])
  .openapi({ description: 'Where {{link}} leads', example: { kind: 'booking' } })

const Translation = z.object({
  language: z.enum(LANGUAGES),
  subject: z.string().max(200),
  text: z.string().max(LONGEST_TEXT),
})

const Whatsapp = z
  .object({
    name: z.string().trim().min(1).max(512),
    language: z.string().trim().min(2).max(15),
    parameters: z.array(z.string().max(1024)).max(10),
  })
  .nullable()
  .openapi({ description: 'WhatsApp lets a business begin a conversation by an approved template only' })

/** All a person decides about a campaign before it is sent. */
export const Plan = z
  .object({
    groupIds: z.array(z.uuid()).max(20),
    holdoutShare: z
      .number()
      .min(0)
      .max(0.5)
      .openapi({ description: 'Share of the audience that is not written to, to measure by; 0: none', example: 0.1 }),
    skipBooked: z
      .boolean()
      .openapi({ description: 'Pass over who holds an appointment: right to win back, wrong for a greeting' }),
    bonus: z
      .object({ points: z.number().int().min(1).max(1_000_000), days: z.number().int().min(1).max(3650) })
      .nullable()
      .openapi({ description: 'Bonuses for everybody who is written to, and for how many days they last' }),
    channels: z
      .array(z.enum(SENDING_CHANNELS))
      .max(5)
      .refine((channels) => new Set(channels).size === channels.length, 'name each channel once')
      .openapi({
        description: 'The first one that fits; the next after a definite failure',
        example: ['telegram', 'sms'],
      }),
    language: z.enum(LANGUAGES).openapi({ description: 'Of the text, and so of the words that fields bring' }),
    subject: z.string().max(200).openapi({ description: 'Of e-mails' }),
    text: z.string().max(LONGEST_TEXT),
    translations: z
      .array(Translation)
      .max(LANGUAGES.length - 1)
      .refine((each) => new Set(each.map(({ language }) => language)).size === each.length, 'name each language once')
      .openapi({
        description: 'The same in other languages, for clients who are known to read one of them',
        example: [],
      }),
    whatsapp: Whatsapp,
    link: Link,
    sendAt: local.nullable().openapi({ description: 'Local time of the salon; null: at once', example: null }),
    quiet: Quiet,
    windowDays: z
      .number()
      .int()
      .min(7)
      .max(180)
      .openapi({ description: 'Visits within so many days count', example: 30 }),
  })
  .openapi('CampaignPlan')

export type Plan = z.infer<typeof Plan>

export const DEFAULT_PLAN: Plan = {
  groupIds: [],
  holdoutShare: 0.1,
  skipBooked: true,
  bonus: null,
  channels: [],
  language: 'uk',
  subject: '',
  text: '',
  translations: [],
  whatsapp: null,
  link: { kind: 'booking' },
  sendAt: null,
  quiet: { from: '21:00', to: '09:00' },
  windowDays: 30,
}
