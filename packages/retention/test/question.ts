import fc from 'fast-check'
import { dayOfText, nextPeriod } from './reference/calendar.ts'
import type { Salon } from './reference/line.ts'
import type { Field, Grouping, Question, Rule } from './reference/question.ts'
import { FIRST, NAMES, salonWithin, withDistinctRevenues } from './salon.ts'

export interface Base {
  kind: 'month' | 'quarter' | 'year' | 'span'
  from: number
  to: number
}

const calendarBases: Base[] = [
  { kind: 'month', from: dayOfText('2025-01-01'), to: dayOfText('2025-01-31') },
  { kind: 'month', from: dayOfText('2025-02-01'), to: dayOfText('2025-02-28') },
  { kind: 'month', from: dayOfText('2025-03-01'), to: dayOfText('2025-03-31') },
  { kind: 'quarter', from: dayOfText('2025-01-01'), to: dayOfText('2025-03-31') },
  { kind: 'quarter', from: dayOfText('2025-04-01'), to: dayOfText('2025-06-30') },
  { kind: 'year', from: dayOfText('2025-01-01'), to: dayOfText('2025-12-31') },
]

/** Calendar months, quarters, a year, and spans from one day up. */
export const baseWithin = (days: number): fc.Arbitrary<Base> =>
  fc.oneof(
    { weight: days > 60 ? 1 : 0, arbitrary: fc.constantFrom(...calendarBases) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.noBias(fc.nat(days)), fc.nat(Math.ceil(days / 2)))
        .map(([after, length]): Base => ({ kind: 'span', from: FIRST + after, to: FIRST + after + length })),
    },
  )

function ruleAfter(base: Base, days: number): fc.Arbitrary<Rule> {
  return fc.oneof(
    fc.constant<Rule>({ kind: 'period', ...nextPeriod(base) }),
    fc
      .tuple(fc.integer({ min: 1, max: Math.ceil(days / 5) }), fc.nat(Math.ceil(days / 4)))
      .map(([after, length]): Rule => ({ kind: 'period', from: base.to + after, to: base.to + after + length })),
    fc.integer({ min: 1, max: Math.ceil(days / 3) }).map((window): Rule => ({ kind: 'window', days: window })),
  )
}

const FIELDS: Record<Field, string[]> = { ...NAMES, newness: ['new', 'returning'] }

/** '' is the nameless one; 'nobody' is in no file. The same field may come twice. */
const filter = fc.constantFrom(...(Object.keys(FIELDS) as Field[])).chain((field) =>
  fc.record({
    field: fc.constant(field),
    values: fc.uniqueArray(fc.constantFrom('', 'nobody', ...FIELDS[field]), { minLength: 1, maxLength: 3 }),
  }),
)

const filters: fc.Arbitrary<Question['filters']> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Question['filters']>([]) },
  { weight: 1, arbitrary: fc.array(filter, { minLength: 1, maxLength: 3 }) },
)

const grouping = fc.constantFrom<Grouping>('all', 'staff', 'service', 'category', 'location', 'source', 'newness')

/** Days before, inside and well past the data. */
export const asOfWithin = (days: number) => fc.noBias(fc.integer({ min: FIRST - 3, max: FIRST + 2 * days }))

/** A question with the kind of calendar period its base is, as the engine wants it. */
export type Asked = Question & { base: Base }

const questionWithin = (days: number): fc.Arbitrary<Asked> =>
  baseWithin(days).chain((base) =>
    fc.record({
      base: fc.constant(base),
      rule: ruleAfter(base, days),
      by: grouping,
      filters,
      asOf: fc.oneof(
        { weight: 1, arbitrary: asOfWithin(days) },
        { weight: 2, arbitrary: fc.noBias(fc.integer({ min: base.from, max: base.to + Math.ceil(days * 0.6) })) },
      ),
    }),
  )

const asked = (days: number): fc.Arbitrary<[Salon, Asked]> => fc.tuple(salonWithin(days), questionWithin(days))

/** A salon and a question about it: a spring with its months and quarters, or two dense weeks. */
export const salonAndQuestion = fc.oneof(asked(110), asked(14))

/** A salon, and the same rows in another order; no two lines cost the same, so the order may decide nothing. */
export const inAnotherOrder = salonAndQuestion.chain(([salon, question]) => {
  const { lines, pastScheduled } = withDistinctRevenues(salon)
  const order = fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length })
  return order.map((mixed) => ({ salon: { lines, pastScheduled }, other: { lines: mixed, pastScheduled }, question }))
})
