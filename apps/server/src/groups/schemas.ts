import { z } from '@hono/zod-openapi'
import { PageParams, pageFields } from '../http/paging.ts'
import { rowId } from '../http/row-id.ts'
import { PersonAnswer } from '../reports/schemas.ts'
import { LISTS } from './people-of-list.ts'
import { Rule, RuleBody } from './rule-schema.ts'

const name = z.string().trim().min(1).max(120).openapi({ example: 'Lost in 2025 Q4' })
const count = z.number().int()

/** A list of a few thousand lines; with larger ones people mean everybody. */
const contacts = z.string().max(1_000_000).openapi({
  description: 'Lines of a list or CSV file, each with a phone, an e-mail or the number in the booking system',
})

export const NewGroupBody = z
  .object({
    name,
    from: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('rule'), rule: RuleBody }),
      z.object({ kind: z.literal('clients'), clients: z.array(rowId).min(1).max(5000) }),
      z.object({
        kind: z.literal('list'),
        list: z.enum(LISTS),
        query: z.string().max(10_000).openapi({
          description:
            'Query string of GET /reports/people, /reports/rebooking/people or /clients: all its pages; of /survey-answers: the band',
          example: 'base=2025-Q4&return=next&outcome=lost',
        }),
      }),
      z.object({ kind: z.literal('contacts'), contacts }),
    ]),
  })
  .openapi('NewGroup')

export const GroupChangeBody = z
  .object({
    name,
    rule: RuleBody,
    archived: z.boolean(),
    awayOn: z.iso.date().nullable().openapi({ description: 'Leave out of campaigns who has come since; null: do not' }),
  })
  .partial()
  .openapi('GroupChange')

export const FreezeBody = z.object({ name }).openapi('FrozenCopy')

export const PreviewBody = z.object({ rule: RuleBody }).openapi('GroupPreviewAsked')

export const ContactsBody = z.object({ contacts }).openapi('Contacts')

const fields = {
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['frozen', 'live']),
  rule: z.union([Rule, z.null()]).openapi({ description: 'null: a frozen group' }),
  madeBy: z.string().openapi({ description: 'Empty: a program' }),
  createdAt: z.iso.datetime(),
  awayOn: z.iso.date().nullable().openapi({ description: 'Campaigns leave out who has come since; null: they do not' }),
  archivedAt: z.iso.datetime().nullable(),
}

export const GroupsAnswer = z
  .object({
    groups: z.array(
      z.object({ ...fields, count: count.nullable().openapi({ description: 'People now; null: archived' }) }),
    ),
    ...pageFields,
  })
  .openapi('Groups')

const people = z.array(PersonAnswer).openapi({ description: 'The first few, who spent most' })

export const GroupAnswer = z.object({ ...fields, count, people }).openapi('Group')

export const PreviewAnswer = z.object({ count, people }).openapi('GroupPreview')

export const ContactsAnswer = z
  .object({
    lines: count.openapi({ description: 'Lines that are not blank, without a heading' }),
    found: count.openapi({ description: 'Clients with a visit' }),
    missing: count.openapi({ description: 'Lines nobody was found by' }),
    firstMissing: z.array(z.object({ line: count, text: z.string() })),
  })
  .openapi('ContactsFound')

export const GroupParam = z.object({ id: z.uuid() })

export const GroupsParams = PageParams.extend({
  archived: z.stringbool().default(false).openapi({ description: 'Those put away instead', example: 'true' }),
})
