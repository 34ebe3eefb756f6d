import fc from 'fast-check'
import type { Base } from './question.ts'
import type { Line, Salon } from './reference/line.ts'
import type { Question, Rule } from './reference/question.ts'
import { FIRST, NAMES } from './salon.ts'

/** Enough clients for a verdict on their masters; the salons elsewhere have six. */
export const CROWD = 60

/** Two weeks in which everybody is served, a month before for those who were there already. */
const BASE: Base = { kind: 'span', from: FIRST, to: FIRST + 13 }

const master = fc.option(fc.constantFrom(...NAMES.staff.slice(0, 3)), { freq: 8 })

const guest = fc.record({
  staff: master,
  category: fc.option(fc.constantFrom(...NAMES.category), { freq: 4 }),
  day: fc.nat(13),
  before: fc.boolean(),
  /** days until the next visit, and who does it; whoever began with a poor master never comes again */
  again: fc.option(fc.tuple(fc.integer({ min: 1, max: 20 }), master), { freq: 3 }),
})

function completed(client: number, appointmentId: number, day: number, staff: string | null, category: string | null) {
  const unknown = {
    bookedDay: null,
    cancelledDay: null,
    service: null,
    location: null,
    source: null,
    bookedBy: null,
    revenue: null,
  }
  const line: Line = {
    client,
    appointmentId,
    day,
    staff,
    category,
    start: 600,
    status: 'completed',
    product: false,
    ...unknown,
  }
  return line
}

const crowd: fc.Arbitrary<Salon> = fc
  .record({
    guests: fc.array(guest, { minLength: 20, maxLength: CROWD, size: 'max' }),
    poorMasters: fc.subarray(NAMES.staff.slice(0, 3), { maxLength: 2 }),
  })
  .map(({ guests, poorMasters }) => {
    const lines: Line[] = []
    const add = (client: number, day: number, staff: string | null, category: string | null) =>
      lines.push(completed(client, lines.length, day, staff, category))
    for (const [client, { staff, category, day, before, again }] of guests.entries()) {
      if (before) add(client, FIRST - 1 - day, staff, category)
      add(client, FIRST + day, staff, category)
      if (again && !poorMasters.includes(staff ?? '')) add(client, FIRST + day + again[0], again[1], category)
    }
    return { lines, pastScheduled: 'completed' }
  })

const rule = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map((days): Rule => ({ kind: 'window', days })),
  fc.nat(10).map((length): Rule => ({ kind: 'period', from: BASE.to + 1, to: BASE.to + 1 + length })),
)

/** A salon of many clients and a question about its fortnight, mostly asked once the time is over. */
export const crowdAndQuestion: fc.Arbitrary<[Salon, Question & { base: Base }]> = fc.tuple(
  crowd,
  fc.record({
    base: fc.constant(BASE),
    rule,
    by: fc.constant('staff' as const),
    filters: fc.constant([]),
    asOf: fc.integer({ min: FIRST + 20, max: FIRST + 60 }),
  }),
)
