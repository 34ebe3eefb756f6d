import { z } from '@hono/zod-openapi'
import { HOST_ACTIONS } from '../audit/index.ts'
import { PLANS } from '../plans.ts'

export const HostedParams = z.object({
  search: z
    .string()
    .max(200)
    .default('')
    .openapi({ param: { description: "In the name or the owner's e-mail" } }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .uuid()
    .optional()
    .openapi({ param: { description: '`next` of the page before' } }),
})

const moment = z.string().nullable()

export const HostedAnswer = z
  .object({
    hasPlans: z.boolean().openapi({ description: 'Whether this server sells plans (COMEBACK_PLANS)' }),
    workspaces: z.array(
      z.object({
        ...{ id: z.string(), name: z.string(), owner: z.string().nullable(), createdAt: z.string() },
        plan: z.enum(PLANS).nullable(),
        ...{ trialEndsAt: moment, suspendedAt: moment },
        people: z.number(),
        lines: z.number().openapi({ description: 'Lines of its book' }),
        ...{ lastSignedInAt: moment, lastImportAt: moment },
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('HostedWorkspaces')

const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .openapi({ example: 'Paid until March', description: 'Its people read it' })

export const PlanChangeBody = z
  .object({ plan: z.enum(PLANS), trialEndsAt: z.iso.datetime().nullable(), reason })
  .openapi('PlanChange')

export const SuspensionBody = z.object({ suspended: z.boolean(), reason }).openapi('Suspension')

export const HostChangesAnswer = z
  .object({
    changes: z.array(
      z.object({
        ...{ id: z.string(), at: z.string(), who: z.string() },
        action: z.enum(HOST_ACTIONS),
        reason: z.string(),
        plan: z.string().nullable(),
      }),
    ),
  })
  .openapi('HostChanges')

export const HostedParam = z.object({ id: z.uuid() })
export const Done = z.object({ done: z.literal(true) })
