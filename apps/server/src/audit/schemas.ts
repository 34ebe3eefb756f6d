import { z } from '@hono/zod-openapi'
import { PageParams, pageFields } from '../http/paging.ts'
import { AUDIT_ACTIONS, AUDIT_WHO } from './events.ts'

const day = z.iso.date().openapi({ example: '2026-11-22' })
const plain = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
const value = z.union([plain, z.record(z.string(), z.number())])

export const AuditSearchParams = z.object({
  who: z
    .union([z.uuid(), z.enum(['commandLine', 'system'])])
    .optional()
    .openapi({ description: 'id of a user or an API key, or what else acts' }),
  action: z.enum(AUDIT_ACTIONS).optional(),
  from: day.optional(),
  to: day.optional(),
  text: z.string().max(200).optional().openapi({ description: 'in the name, the subject or the details' }),
})

export const AuditParams = AuditSearchParams.extend({
  ...PageParams.shape,
})

export const AuditAnswer = z
  .object({
    events: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        who: z.object({
          kind: z.enum(AUDIT_WHO),
          id: z.string().nullable(),
          name: z.string().openapi({ description: 'The name they had then' }),
        }),
        action: z.enum(AUDIT_ACTIONS),
        subject: z.string().openapi({ example: 'client:17', description: 'What it was done to; empty: the workspace' }),
        details: z.record(z.string(), z.union([plain, z.object({ from: value, to: value })])),
        requestId: z.string().nullable(),
      }),
    ),
    ...pageFields,
  })
  .openapi('AuditEvents')
