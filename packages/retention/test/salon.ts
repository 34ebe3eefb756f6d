import fc from 'fast-check'
import { dayOfText } from './reference/calendar.ts'
import type { Line, Salon } from './reference/line.ts'

/** Random salons open on this day, so that months, quarters and short spans all cut through them. */
export const FIRST = dayOfText('2025-01-20')
export const CLIENTS = 6

/** Names that UTF-16 order puts the wrong way round (🙂 before ﬁ), and one nobody has. */
export const NAMES: Record<'staff' | 'service' | 'category' | 'location' | 'source', string[]> = {
  staff: ['Марта', 'Кароліна', '🙂', 'ﬁ'],
  service: ['Манікюр', 'Стрижка', '🙂'],
  category: ['Нігті', 'Волосся'],
  location: ['Центр', 'Поділ'],
  source: ['Instagram', 'Google'],
}

const nameOf = (field: keyof typeof NAMES) => fc.option(fc.constantFrom(...NAMES[field]), { freq: 4 })

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

/** What the lines of an appointment agree on. Booked long ahead, on the day itself, or nobody knows when. */
const appointmentWithin = (days: number) =>
  fc
    .record({
      client: fc.option(fc.nat(CLIENTS - 1), { freq: 12 }),
      day: fc.noBias(fc.integer({ min: FIRST, max: FIRST + days })),
      status,
      bookedAhead: fc.option(fc.nat(Math.ceil(days / 2)), { freq: 3 }),
      cancelledAhead: fc.option(fc.integer({ min: -2, max: Math.ceil(days / 3) }), { freq: 2 }),
      location: nameOf('location'),
      source: nameOf('source'),
      bookedBy: fc.option(fc.constantFrom('Майстер', 'Онлайн'), { freq: 4 }),
      lines: fc.array(lineOfAppointment, { minLength: 1, maxLength: 3 }),
    })
    .map(({ bookedAhead, cancelledAhead, lines, ...shared }) => {
      const bookedDay = bookedAhead === null ? null : shared.day - bookedAhead
      const known = shared.status === 'cancelled' && cancelledAhead !== null
      const cancelledDay = known ? Math.max(shared.day - cancelledAhead, bookedDay ?? FIRST) : null
      return lines.map((line) => ({ ...shared, bookedDay, cancelledDay, ...line }))
    })

/** Lines in a random order of the file: lines of one appointment need not stand together. */
const linesWithin = (days: number): fc.Arbitrary<Line[]> =>
  fc
    .noBias(fc.array(appointmentWithin(days), { maxLength: 30, size: 'max' }))
    .map((all) => all.flatMap((own, appointmentId) => own.map((line) => ({ appointmentId, ...line }))))
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))

/** Salons with that many days of history: few, and everything falls on the edge of something. */
export const salonWithin = (days: number): fc.Arbitrary<Salon> =>
  fc.record({
    lines: linesWithin(days),
    pastScheduled: fc.oneof(
      { weight: 3, arbitrary: fc.constant('completed' as const) },
      { weight: 1, arbitrary: fc.constant('ignored' as const) },
    ),
  })

/** The same salon with no two lines at one price, so rule 5 never has to ask for the order of the file. */
export function withDistinctRevenues({ lines, pastScheduled }: Salon): Salon {
  const distinct = lines.map((line, i) => ({
    ...line,
    revenue: line.revenue !== null && line.revenue < 0 ? -10_000 - i : 10_000 + i,
    start: line.start + i,
  }))
  return { lines: distinct, pastScheduled }
}

/** Days of 400 years, after which months and weekdays repeat exactly. */
export const ERA = 146_097

/** The same salon that many times 400 years later. */
export function inAnotherEra({ lines, pastScheduled }: Salon, eras: number): Salon {
  const move = (day: number | null) => (day === null ? null : day + eras * ERA)
  const moved = lines.map((line) => ({
    ...line,
    day: line.day + eras * ERA,
    bookedDay: move(line.bookedDay),
    cancelledDay: move(line.cancelledDay),
  }))
  return { lines: moved, pastScheduled }
}
