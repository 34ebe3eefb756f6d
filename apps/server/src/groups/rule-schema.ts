import { CADENCE_STATES, parseDay, parseFilter, parseReturnRule } from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import { basePeriodOf, isCountedBack } from './base-period.ts'
import { DEEPEST, type GroupRule, MOST_CONDITIONS, RETURN_OUTCOMES } from './rule.ts'

const kind = <const Kind extends string>(name: Kind) => z.literal(name)
const values = z.array(z.string().max(400)).min(1).max(200)
const count = z.number().int().min(0).max(1_000_000)
const minor = z.number().int().min(0).max(1e15)
const day = z.string().refine((text) => parseDay(text) !== null, 'use a date that exists, as YYYY-MM-DD')

const NO_BOUNDS = 'give from, to or both'
const CROSSED = 'from must not be after to'

const isBounded = ({ from, to }: { from: unknown; to: unknown }) => from !== null || to !== null
const isInOrder = ({ from, to }: { from: number | string | null; to: number | string | null }) =>
  from === null || to === null || from <= to

const Outcome = z
  .object({
    kind: kind('outcome'),
    base: z.string().max(40).openapi({ description: 'A period, or counted back: month-1, quarter-2, year-1' }),
    return: z.string().max(40).openapi({ description: 'next, 60d or from..to' }),
    outcome: z.enum(RETURN_OUTCOMES),
    filter: z
      .array(
        z
          .string()
          .max(400)
          .refine((text) => parseFilter(text, ':') !== null, 'use field:value'),
      )
      .max(50)
      .default([]),
  })
  .superRefine(({ base, return: rule }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const period = basePeriodOf(base, 0)
    if (!period) return refuse('base', 'use YYYY-MM, YYYY-Qn, YYYY, from..to, month-1, quarter-1 or year-1')
    if (isCountedBack(base) && !/^(next|\d+d)$/.test(rule))
      return refuse('return', 'to a period that is counted back belongs next or a number of days')
    if (typeof parseReturnRule(rule, period) === 'string') refuse('return', 'use next, 60d or from..to after the base')
  })

const Rhythm = z.object({ kind: kind('rhythm'), states: z.array(z.enum(CADENCE_STATES)).min(1).max(5) })

const ranged = <const Kind extends string>(name: Kind, value: z.ZodNumber) =>
  z
    .object({ kind: kind(name), from: value.nullable(), to: value.nullable() })
    .refine(isBounded, NO_BOUNDS)
    .refine(isInOrder, CROSSED)

const score = z.number().int().min(0).max(10)

const SurveyScore = z
  .object({
    kind: kind('surveyScore'),
    from: score.nullable(),
    to: score.nullable(),
    withinDays: z
      .number()
      .int()
      .min(0)
      .max(3650)
      .nullable()
      .default(null)
      .openapi({ description: 'Answered today or so many days ago at most; null: whenever' }),
  })
  .refine(isBounded, NO_BOUNDS)
  .refine(isInOrder, CROSSED)

const LastVisit = z
  .object({ kind: kind('lastVisit'), from: day.nullable(), to: day.nullable() })
  .refine(isBounded, NO_BOUNDS)
  .refine(isInOrder, CROSSED)

const Birthday = z
  .object({
    kind: kind('birthday'),
    days: z.number().int().min(0).max(365).nullable().openapi({ description: 'Within so many days; 0: today' }),
    month: z.number().int().min(1).max(12).nullable(),
  })
  .refine(({ days, month }) => (days === null) !== (month === null), 'give either days or month')

const line = <const Kind extends string>(name: Kind) =>
  z.object({ kind: kind(name), values, when: z.enum(['last', 'ever']) })

/** A rule that is kept already. */
export const Rule: z.ZodType<GroupRule> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['and', 'or']), rules: z.array(Rule).min(1).max(MOST_CONDITIONS) }),
      z.object({ kind: kind('not'), rule: Rule }),
      Outcome,
      Rhythm,
      ranged('daysSince', count),
      LastVisit,
      ranged('visits', count),
      ranged('spend', minor),
      ranged('ticket', minor),
      ranged('bonus', minor),
      SurveyScore,
      line('staff'),
      line('service'),
      line('category'),
      line('location'),
      z.object({ kind: kind('source'), values }),
      Birthday,
      z.object({
        kind: kind('share'),
        percent: z.number().int().min(1).max(99),
        seed: z.number().int().min(0).max(0xffffffff),
      }),
    ]),
  )
  .openapi('GroupRule')

/** Who belongs to a live group; see rule.ts for what each condition means. Its size is looked at before anything else. */
export const RuleBody = z.preprocess((rule, context) => {
  if (isSmall(rule)) return rule
  context.addIssue({ code: 'custom', message: `at most ${MOST_CONDITIONS} conditions, ${DEEPEST} deep` })
  return z.NEVER
}, Rule)

function isSmall(rule: unknown): boolean {
  let conditions = 0
  const fits = (each: unknown, depth: number): boolean => {
    if (++conditions > MOST_CONDITIONS || depth > DEEPEST) return false
    if (typeof each !== 'object' || each === null) return true
    if ('rules' in each && Array.isArray(each.rules)) return each.rules.every((one) => fits(one, depth + 1))
    return 'rule' in each ? fits(each.rule, depth + 1) : true
  }
  return fits(rule, 0)
}
