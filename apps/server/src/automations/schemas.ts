import { z } from '@hono/zod-openapi'
import { Plan } from '../campaigns/plan.ts'
import { PROBLEMS } from '../campaigns/problems.ts'
import { VERDICTS } from '../campaigns/results.ts'
import { CELLS, measured, skipped } from '../campaigns/schemas.ts'
import { CAMPAIGN_STATES } from '../campaigns/states.ts'
import { rowIdParam } from '../http/row-id.ts'
import { SENDING_CHANNELS } from '../messages/index.ts'
import { TRIGGER_KINDS, Trigger } from './trigger.ts'

const count = z.number().int()
const day = z.string().openapi({ example: '2026-01-31' })
const name = z.string().trim().min(1).max(120)
const pauseDays = z
  .number()
  .int()
  .min(1)
  .max(365)
  .openapi({ description: 'Days between two occasions of one client that are written of', example: 30 })
/** Whom and when is the trigger's. */
const plan = Plan.omit({ groupIds: true, sendAt: true }).partial()

export const AutomationParam = z.object({ id: z.uuid() })
export const AutomationPreviewParam = z.object({
  id: z.uuid(),
  clientId: rowIdParam,
})
export const ForecastQuery = z.object({ kind: z.enum(TRIGGER_KINDS) })

export const NewAutomationBody = z
  .object({ name, trigger: Trigger, plan: plan.optional(), pauseDays: pauseDays.optional() })
  .openapi('NewAutomation')

const version = count.openapi({ description: 'The version one has looked at' })

export const AutomationChangeBody = z
  .object({
    ...{ version, name: name.optional(), trigger: Trigger.optional(), plan: plan.optional() },
    pauseDays: pauseDays.optional(),
  })
  .openapi('AutomationChange')

export const TurnOnBody = z
  .object({
    version,
    backlog: z.boolean().default(false).openapi({ description: 'Those from before, counted by the check, as well' }),
  })
  .openapi('AutomationOn')

export const AutomationAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    trigger: Trigger,
    plan: Plan,
    pauseDays,
    isOn: z.boolean(),
    onSince: day.nullable(),
    trouble: z.enum(PROBLEMS).nullable().openapi({ description: 'Why it writes to nobody although it is on' }),
    waiting: count.openapi({ description: 'Messages in line' }),
    version: count,
    changedBy: z.string(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Automation')

export const AutomationsAnswer = z.object({ automations: z.array(AutomationAnswer) }).openapi('Automations')

const concerned = z.object({ contacted: count, holdout: count, skipped })
const perWeek = count.openapi({ description: 'About so many people a week' })

export const ForecastAnswer = z.object({ perWeek }).openapi('AutomationForecast')

export const AutomationCheckAnswer = z
  .object({
    problems: z.array(z.object({ code: z.enum(PROBLEMS), value: z.string() })),
    open: z.array(z.enum(SENDING_CHANNELS)).openapi({ description: 'Channels that are set up' }),
    days: count,
    ahead: z.boolean().openapi({
      description: 'month is the coming one: birthdays are known ahead, and what expired is not known any more',
    }),
    month: concerned,
    perWeek,
    backlog: concerned.openapi({ description: 'From before it is switched on: written to only where one says so' }),
  })
  .openapi('AutomationCheck')

export const AUTOMATION_CELLS = [...CELLS, 'month', 'backlog'] as const
export type AutomationCell = (typeof AUTOMATION_CELLS)[number]

export const AutomationResultsAnswer = z
  .object({
    since: day.nullable().openapi({ description: 'The first run these numbers are of; null: none yet' }),
    knownUntil: day,
    runs: count,
    awaited: count.openapi({ description: 'People whose days are not over: not in the effect yet' }),
    verdict: z.enum(VERDICTS),
    ...measured,
    latest: z.array(
      z.object({
        id: z.uuid().openapi({ description: 'Of the run, which is a campaign' }),
        launchedOn: day,
        state: z.enum(CAMPAIGN_STATES),
        contacted: count,
        holdout: count,
        skipped: count,
      }),
    ),
  })
  .openapi('AutomationResults')
