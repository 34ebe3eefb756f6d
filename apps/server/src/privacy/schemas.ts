import { z } from '@hono/zod-openapi'
import { OPERATION_KINDS } from '../bonuses/index.ts'
import { CHANNELS, CONSENT_SOURCES, PURPOSES } from '../consent/index.ts'
import { rowIdParam } from '../http/row-id.ts'
import { LANGUAGES } from '../languages.ts'

const channel = z.enum(['all', ...CHANNELS])
const purpose = z.enum(PURPOSES)

export const ClientParam = z.object({ id: rowIdParam })

export const ConsentBody = z
  .object({
    channel,
    purpose,
    granted: z.boolean(),
    source: z.enum(CONSENT_SOURCES).exclude(['import']).default('administrator'),
  })
  .openapi('ConsentEntry')

export const ConsentsAnswer = z
  .object({
    standing: z.array(
      z.object({
        channel: z.enum(CHANNELS),
        purpose,
        granted: z.boolean().nullable().openapi({ description: 'What the client said last; null: nothing' }),
        mayContact: z.boolean().openapi({ description: 'By what they said and the rule of the workspace' }),
      }),
    ),
    history: z.array(
      z.object({
        at: z.iso.datetime(),
        channel,
        purpose,
        granted: z.boolean(),
        source: z.enum(CONSENT_SOURCES),
        who: z.string().openapi({ description: 'Who wrote it down; empty: the client, a file or a program' }),
        importId: z.number().int().nullable(),
      }),
    ),
  })
  .openapi('Consents')

const money = z.number().nullable().openapi({ description: 'Minor units; null: unknown' })
const text = z.string().nullable()

export const LanguageBody = z
  .object({ language: z.enum([...LANGUAGES, '']).openapi({ description: 'Empty: not known', example: 'ru' }) })
  .openapi('ClientLanguage')

export const PersonalDataAnswer = z
  .object({
    business: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    exportedAt: z.iso.datetime(),
    client: z.object({
      id: z.number().int(),
      externalId: z.string(),
      name: z.string(),
      phone: z.string(),
      email: z.string(),
      birthday: z.string(),
      language: z.string(),
      erased: z.boolean(),
    }),
    appointments: z.array(
      z.object({
        day: z.string(),
        time: text,
        status: z.string(),
        location: text,
        bookedDay: text,
        lines: z.array(
          z.object({
            staff: text,
            service: text,
            category: text,
            price: money,
            discount: money,
            revenue: money,
            product: z.boolean(),
          }),
        ),
      }),
    ),
    messages: z.object({
      chats: z.array(z.object({ channel: z.string(), address: z.string(), linkedAt: z.iso.datetime() })),
      replies: z.array(z.object({ channel: z.string(), address: z.string(), text: z.string(), at: z.iso.datetime() })),
    }),
    consents: z.array(
      z.object({
        at: z.iso.datetime(),
        channel,
        purpose,
        granted: z.boolean(),
        source: z.enum(CONSENT_SOURCES),
        whoName: z.string(),
        importId: z.number().int().nullable(),
      }),
    ),
    links: z.array(
      z.object({
        url: text,
        createdAt: z.string(),
        clicks: z.number().int(),
        firstClickAt: text,
        lastClickAt: text,
      }),
    ),
    bonuses: z.object({
      balance: z.number().int(),
      expiring: z.array(z.object({ points: z.number().int(), expiresOn: text })),
      operations: z.array(
        z.object({
          kind: z.enum(OPERATION_KINDS),
          change: z.number().int(),
          reason: z.string(),
          day: z.string(),
          at: z.iso.datetime(),
          expiresOn: text,
          billMinor: money,
        }),
      ),
    }),
    groups: z.array(z.object({ name: z.string() })).openapi({ description: 'Frozen groups they are in' }),
    campaigns: z.array(
      z.object({
        name: z.string(),
        on: text,
        text: z.string(),
        messages: z.array(z.object({ channel: z.string(), state: z.string(), at: text })),
      }),
    ),
    calls: z.array(
      z.object({
        source: z.string(),
        reason: z.string(),
        wish: z.record(z.string(), z.string()).nullable(),
        outcome: text,
        note: z.string(),
        createdAt: z.iso.datetime(),
        changedAt: z.iso.datetime(),
      }),
    ),
    files: z.array(z.object({ id: z.number().int(), name: z.string(), at: z.iso.datetime() })),
  })
  .openapi('PersonalData')
