import { z } from '@hono/zod-openapi'

const daysUpTo = (most: number) => z.number().int().min(1).max(most)

/** What an automation waits for; `days` count from the visit, or back from the day something happens. */
export const Trigger = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('overdue'),
      after: z
        .enum(['due', 'atRisk', 'longOverdue'])
        .openapi({ description: 'Which state by the client’s own rhythm they come to' }),
    }),
    z.object({ kind: z.literal('noBooking'), days: daysUpTo(180) }),
    z.object({ kind: z.literal('firstVisit'), days: daysUpTo(60) }),
    z.object({ kind: z.literal('bonusesExpire'), days: daysUpTo(90) }),
    z.object({ kind: z.literal('birthday'), days: z.number().int().min(0).max(30) }),
  ])
  .openapi('AutomationTrigger', { example: { kind: 'noBooking', days: 21 } })

export type Trigger = z.infer<typeof Trigger>
export type TriggerKind = Trigger['kind']

/** Of the book's visits, told by the engine. */
export type VisitTrigger = Exclude<Trigger, { kind: 'bonusesExpire' | 'birthday' }>

/** What each kind begins with. */
export const USUAL_TRIGGERS: { [Kind in TriggerKind]: Extract<Trigger, { kind: Kind }> } = {
  overdue: { kind: 'overdue', after: 'due' },
  noBooking: { kind: 'noBooking', days: 14 },
  firstVisit: { kind: 'firstVisit', days: 3 },
  bonusesExpire: { kind: 'bonusesExpire', days: 7 },
  birthday: { kind: 'birthday', days: 0 },
}

export const TRIGGER_KINDS = [
  'overdue',
  'noBooking',
  'firstVisit',
  'bonusesExpire',
  'birthday',
] as const satisfies TriggerKind[]

/** Whether a trigger tells what is to come, so that its month is the next one and not the last. */
export const looksAhead = ({ kind }: Trigger): boolean => kind === 'bonusesExpire' || kind === 'birthday'
