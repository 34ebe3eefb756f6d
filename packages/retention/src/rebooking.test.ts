import { expect, test } from 'vitest'
import { parsePeriod } from './calendar.ts'
import { type RebookingQuery, type RebookingReport, rebooking } from './rebooking.ts'
import { type Booked, visitsOf } from './testing.ts'

const BASE = parsePeriod('2025-03')!
const MARCH = BASE.from
const query = (more: Partial<RebookingQuery> = {}): RebookingQuery => ({
  base: BASE,
  filters: [],
  by: 'all',
  asOf: BASE.to,
  ...more,
})
const report = (booked: Booked[], more: Partial<RebookingQuery> = {}) =>
  rebooking(visitsOf(booked), query(more)) as RebookingReport

/** One visit on 1 March by Marta, with whatever else the client has. */
const after = (...others: Omit<Booked, 'client'>[]): Booked[] => [
  { client: 0, day: MARCH, staff: 'Marta', bookedDay: MARCH - 5 },
  ...others.map((other) => ({ client: 0, ...other })),
]
const later = { day: MARCH + 40, status: 'scheduled', bookedDay: MARCH } as const

test.each<[string, number, Omit<Booked, 'client'>[]]>([
  ['booked at the desk', 1, [later]],
  ['booked long before', 1, [{ ...later, bookedDay: MARCH - 100 }]],
  ['booked the day after', 0, [{ ...later, bookedDay: MARCH + 1 }]],
  ['of the same day', 0, [{ ...later, day: MARCH }]],
  ['missed later', 1, [{ ...later, status: 'no_show' }]],
  ['cancelled the day after', 1, [{ ...later, status: 'cancelled', cancelledDay: MARCH + 1 }]],
  ['cancelled that day', 0, [{ ...later, status: 'cancelled', cancelledDay: MARCH }]],
  ['cancelled, nobody knows when', 0, [{ ...later, status: 'cancelled' }]],
])('an appointment %s', (_, rebooked, others) => {
  expect(report(after(...others), { asOf: MARCH }).total).toMatchObject({ visits: 1, rebooked, rate: rebooked })
})

test('an unknown booking time is not held, though others are known', () => {
  const visits = Array.from({ length: 8 }, (_, i) => ({ day: MARCH - 50 + i, bookedDay: MARCH - 60 }))
  expect(report(after({ day: MARCH + 4, status: 'scheduled' }, ...visits)).total.rebooked).toBe(0)
})

test('kept when the earliest held appointment saw a visit, judged once its day is past', () => {
  const first = { ...later, day: MARCH + 10, status: 'cancelled', cancelledDay: MARCH + 3 } as const
  const visit = { day: MARCH + 20, bookedDay: MARCH } as const
  expect(report(after(first, visit)).total).toMatchObject({ rebooked: 1, kept: 0, keptRate: 0, visits: 2 })
  expect(report(after({ ...first, day: MARCH + 20 }, visit)).total).toMatchObject({ kept: 1, keptRate: 1 })
  expect(report(after(later)).total).toMatchObject({ rebooked: 1, kept: 0, keptRate: null })
})

test('by staff: the same staff member among all that is held', () => {
  const { total, rows } = report(
    [
      ...after({ ...later, staff: 'Olga' }, { ...later, day: MARCH + 41, staff: 'Marta' }),
      { client: 1, day: MARCH + 1, staff: 'Olga', bookedDay: MARCH },
      { client: 1, day: MARCH + 1, staff: 'Marta', bookedDay: MARCH },
      { client: 1, day: MARCH + 60, staff: 'Marta', bookedDay: MARCH + 1, status: 'blank' },
    ],
    { by: 'staff' },
  )
  expect(rows.map(({ key, visits, rebookedSame, rateSame }) => [key, visits, rebookedSame, rateSame])).toEqual([
    ['Marta', 2, 2, 1],
    ['Olga', 1, 0, 0],
  ])
  expect(total).toMatchObject({ key: null, visits: 2, rebooked: 2, rebookedSame: null, rateSame: null })
  expect(total.rateHigh).toBe(1)
})

test('by weekday; filters choose the visits, not what is held', () => {
  const { rows, total } = report(after({ ...later, staff: 'Olga' }), {
    by: 'weekday',
    filters: [{ field: 'staff', values: ['Marta'] }],
  })
  expect(rows).toMatchObject([{ key: 'saturday', visits: 1, rebooked: 1, rebookedSame: null }])
  expect(total.rebooked).toBe(1)
})

test('by who made the earliest held booking: of all visits, the share each brought back', () => {
  const { rows, total } = report(
    [
      ...after({ ...later, bookedBy: 'Online' }, { ...later, day: MARCH + 35, bookedBy: 'Marta' }),
      ...[1, 2, 3].map((client) => ({ client, day: MARCH + client, bookedDay: MARCH })),
      { client: 1, ...later, bookedBy: 'Marta' },
      { client: 2, ...later },
    ],
    { by: 'bookedBy' },
  )
  expect(total).toMatchObject({ visits: 4, rebooked: 3 })
  expect(rows.map(({ key, visits, rebooked, rate }) => [key, visits, rebooked, rate])).toEqual([
    ['Marta', 4, 2, 0.5],
    [null, 4, 1, 0.25],
  ])
})

test('booking times known for fewer than four in five appointments: no rate', () => {
  expect(rebooking(visitsOf([]), query())).toEqual({ reason: 'noBookedAt' })
  const booked: Booked[] = [0, 1, 2, 3, 4].map((client) => ({ client, day: MARCH, bookedDay: MARCH - client }))
  expect(
    report(booked.map(({ bookedDay, ...each }) => (each.client === 0 ? each : { ...each, bookedDay: bookedDay! })))
      .total.visits,
  ).toBe(5)
  expect(
    rebooking(visitsOf(booked.map(({ client, day }) => (client < 2 ? { client, day } : booked[client]!))), query()),
  ).toEqual({
    reason: 'noBookedAt',
  })
})

test('no visit in the period, or as-of before it: zeros and null rates', () => {
  const empty = { visits: 0, rebooked: 0, rate: null, rateLow: null, rateHigh: null, kept: 0, keptRate: null }
  expect(report(after(later), { asOf: MARCH - 1, by: 'staff' })).toMatchObject({ total: empty, rows: [] })
  expect(report(after(later), { base: parsePeriod('2020')! }).total).toMatchObject(empty)
})
