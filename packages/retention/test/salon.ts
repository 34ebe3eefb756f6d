import fc from 'fast-check'
import { dayOfText, nextPeriod } from './reference/calendar.ts'
import type { Line, Salon } from './reference/line.ts'
import type { Field, Grouping, Question, Rule } from './reference/question.ts'

/** Random salons live in this spring, so that months, quarters and short spans all cut through them. */
const FIRST = dayOfText('2025-01-20')
export const LAST = dayOfText('2025-05-10')
export const CLIENTS = 6

/** Names that UTF-16 order puts the wrong way round (🙂 before ﬁ), and one nobody has. */
const NAMES: Record<'staff' | 'service' | 'category' | 'location' | 'source', string[]> = {
  staff: ['Марта', 'Кароліна', '🙂', 'ﬁ'],
  service: ['Манікюр', 'Стрижка', '🙂'],
  category: ['Нігті', 'Волосся'],
  location: ['Центр', 'Поділ'],
  source: ['Instagram', 'Google'],
}

const nameOf = (field: keyof typeof NAMES) => fc.option(fc.constantFrom(...NAMES[field]), { freq: 4 })

const day = fc.noBias(fc.integer({ min: FIRST, max: LAST }))

/** Ties, unknown prices, refunds, sums beyond 32 bits, and the value a 32-bit column might use for "unknown". */
const revenue = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(50_000, 50_000, 80_000, 120_050, 0) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(-50_000, -1) },
  { weight: 1, arbitrary: fc.constantFrom(3_000_000_000, -0x80000000, 0x7fffffff) },
)

const lineOfAppointment = fc.record({
  start: fc.constantFrom(0, 540, 600, 600, 720),
  staff: nameOf('staff'),
  service: nameOf('service'),
  category: nameOf('category'),
  revenue,
  product: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})

const status = fc.oneof(
  { weight: 8, arbitrary: fc.constant('completed' as const) },
  { weight: 2, arbitrary: fc.constantFrom('scheduled' as const, 'blank' as const) },
  { weight: 3, arbitrary: fc.constantFrom('cancelled' as const, 'no_show' as const) },
)

/** What the lines of an appointment agree on. Booked up to 60 days ahead, on the day itself, or nobody knows when. */
const appointment = fc
  .record({
    client: fc.option(fc.nat(CLIENTS - 1), { freq: 12 }),
    day,
    status,
    bookedAhead: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 3 }),
    cancelledAhead: fc.option(fc.integer({ min: -2, max: 40 }), { freq: 2 }),
    location: nameOf('location'),
    source: nameOf('source'),
    lines: fc.array(lineOfAppointment, { minLength: 1, maxLength: 3 }),
  })
  .map(({ bookedAhead, cancelledAhead, lines, ...shared }) => {
    const bookedDay = bookedAhead === null ? null : shared.day - bookedAhead
    const known = shared.status === 'cancelled' && cancelledAhead !== null
    const cancelledDay = known ? Math.max(shared.day - cancelledAhead, bookedDay ?? FIRST) : null
    return lines.map((line) => ({ ...shared, bookedDay, cancelledDay, ...line }))
  })

/** Lines in a random order of the file: lines of one appointment need not stand together. */
const lines: fc.Arbitrary<Line[]> = fc
  .noBias(fc.array(appointment, { maxLength: 30, size: 'max' }))
  .map((appointments) => appointments.flatMap((own, appointmentId) => own.map((line) => ({ appointmentId, ...line }))))
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))

export const salon: fc.Arbitrary<Salon> = fc.record({
  lines,
  pastScheduled: fc.oneof(
    { weight: 3, arbitrary: fc.constant('completed' as const) },
    { weight: 1, arbitrary: fc.constant('ignored' as const) },
  ),
})

/** A salon in which no two lines cost the same, so rule 5 never has to ask for the order of the file. */
export const salonOfDistinctRevenues: fc.Arbitrary<Salon> = salon.map(({ lines, pastScheduled }) => ({
  lines: lines.map((line, i) => ({
    ...line,
    revenue: line.revenue !== null && line.revenue < 0 ? -10_000 - i : 10_000 + i,
    start: line.start + i,
  })),
  pastScheduled,
}))

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
export const base: fc.Arbitrary<Base> = fc.oneof(
  fc.constantFrom(...calendarBases),
  fc
    .tuple(day, fc.integer({ min: 0, max: 60 }))
    .map(([from, length]): Base => ({ kind: 'span', from, to: from + length })),
)

function ruleAfter(of: Base): fc.Arbitrary<Rule> {
  return fc.oneof(
    fc.constant<Rule>({ kind: 'period', ...nextPeriod(of) }),
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }))
      .map(([after, length]): Rule => ({ kind: 'period', from: of.to + after, to: of.to + after + length })),
    fc.integer({ min: 1, max: 40 }).map((days): Rule => ({ kind: 'window', days })),
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
export const asOf = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: FIRST - 5, max: LAST + 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: LAST, max: LAST + 120 }) },
)

/** A question with the kind of calendar period its base is, as the engine wants it. */
export type Asked = Question & { base: Base }

/** Any question about such a salon; as-of days before, inside and after the base and the time to return. */
export const question: fc.Arbitrary<Asked> = base.chain((of) =>
  fc.record({
    base: fc.constant(of),
    rule: ruleAfter(of),
    by: grouping,
    filters,
    asOf: fc.oneof(
      { weight: 1, arbitrary: asOf },
      { weight: 2, arbitrary: fc.noBias(fc.integer({ min: of.from, max: of.to + 70 })) },
    ),
  }),
)
