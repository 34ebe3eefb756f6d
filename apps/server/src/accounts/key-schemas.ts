import { z } from '@hono/zod-openapi'
import { pageFields } from '../http/paging.ts'
import { KEY_SCOPES } from '../permissions.ts'

const scopes = z
  .array(z.enum(KEY_SCOPES))
  .min(1)
  .openapi({
    description: 'What the key is for; contacts:read adds names, phones and e-mails to clients:read',
    example: ['reports:read'],
  })
const name = z.string().trim().min(1).max(80).openapi({ example: 'Power BI' })
const expiresAt = z.iso
  .datetime()
  .nullable()
  .openapi({ description: 'null: works until it is revoked', example: '2027-11-22T00:00:00.000Z' })

export const NewKeyBody = z.object({ name, scopes, expiresAt: expiresAt.default(null) }).openapi('NewApiKey')

export const MadeKeyAnswer = z
  .object({ id: z.uuid(), key: z.string().openapi({ example: 'cbk_2pQ…' }) })
  .openapi('MadeApiKey', { description: 'The key is told once: it is kept as a hash only' })

const KeyAnswer = z
  .object({
    id: z.uuid(),
    name,
    ending: z.string().openapi({ description: 'The last characters of the key', example: 'x3Qf' }),
    scopes,
    createdBy: z.string().nullable().openapi({ description: 'Name of the person who made it' }),
    createdAt: z.iso.datetime(),
    expiresAt,
    revokedAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().openapi({ description: 'To the minute' }),
  })
  .openapi('ApiKey')

export const KeysAnswer = z.object({ keys: z.array(KeyAnswer), ...pageFields }).openapi('ApiKeys')

export const KeyParam = z.object({ id: z.uuid() })
