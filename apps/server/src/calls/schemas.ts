import { z } from '@hono/zod-openapi'
import { PageParams, pageFields } from '../http/paging.ts'
import { rowId } from '../http/row-id.ts'
import { SHOWN } from './find-calls.ts'
import { CALL_SOURCES, DROP_REASONS, OUTCOMES, PARTS_OF_DAY } from './tables.ts'

const day = z.iso.date()
const moment = z.iso.datetime()

export const CallParam = z.object({ id: z.uuid() })

export const CallsParams = PageParams.extend({
  show: z
    .enum(SHOWN)
    .default('due')
    .openapi({ description: 'due: today or before; open: all that are not done; done: the latest first' }),
})

export const PutCallsBody = z
  .object({
    clientIds: z.array(rowId).min(1).max(5000),
    reason: z.string().trim().max(200).default('').openapi({ example: 'Lost in the third quarter' }),
    script: z.string().trim().max(2000).default('').openapi({
      description: 'What to say; {{firstName}}, {{salon}}, {{lastMaster}}, {{lastService}}, {{daysSince}}',
    }),
  })
  .openapi('PutCalls')

export const PutCallsAnswer = z
  .object({
    added: z.number().int(),
    already: z.number().int().openapi({ description: 'Were there: they have the new reason and script' }),
    refused: z.number().int().openapi({ description: 'Do not want calls' }),
    unknown: z.number().int().openapi({ description: 'No such clients, or erased' }),
  })
  .openapi('CallsPut')

export const TakeCallBody = z.object({ take: z.boolean() }).openapi('TakeCall')

export const OutcomeBody = z
  .object({
    outcome: z.enum(OUTCOMES),
    note: z.string().trim().max(1000).default(''),
    nextOn: day.nullable().default(null).openapi({ description: 'Day of the next call, of noAnswer and callBack' }),
    revision: z.number().int().openapi({ description: 'Of the entry as it was read' }),
  })
  .openapi('CallOutcome')

export const CallAnswer = z
  .object({
    id: z.uuid(),
    clientId: z.number().int().nullable().openapi({ description: 'null: nobody of the book' }),
    name: z.string(),
    phone: z.string(),
    externalId: z.string(),
    source: z.enum(CALL_SOURCES),
    reason: z.string(),
    script: z.string(),
    wish: z
      .object({
        staff: z.string(),
        service: z.string(),
        day: z.string(),
        part: z.enum(PARTS_OF_DAY),
        comment: z.string(),
      })
      .nullable()
      .openapi({ description: 'What they asked for on the hosted page' }),
    staff: z.string().nullable().openapi({ description: 'Of the last visit' }),
    service: z.string().nullable(),
    lastVisit: day.nullable(),
    daysSince: z.number().int().nullable(),
    state: z.enum(['open', 'done']),
    outcome: z.enum([...OUTCOMES, ...DROP_REASONS]).nullable(),
    dueOn: day,
    tries: z.number().int(),
    note: z.string(),
    takenBy: z.string().nullable().openapi({ description: 'Who has it in hand now' }),
    takenByMe: z.boolean(),
    createdAt: moment,
    createdBy: z.string(),
    changedAt: moment,
    changedBy: z.string(),
    revision: z.number().int(),
    canUndo: z.boolean(),
  })
  .openapi('Call')

export const CallsAnswer = z
  .object({
    today: day,
    counts: z.object({ due: z.number().int(), requests: z.number().int(), open: z.number().int() }),
    calls: z.array(CallAnswer),
    ...pageFields,
  })
  .openapi('Calls')

export const CallCountAnswer = z
  .object({ due: z.number().int(), requests: z.number().int(), open: z.number().int() })
  .openapi('CallCounts')
