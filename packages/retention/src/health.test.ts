import { expect, test } from 'vitest'
import { dayOf, monthOf } from './calendar.ts'
import { baseHealth } from './health.ts'
import { type Booked, visitsOf } from './testing.ts'

const january = dayOf(2025, 1, 1)
const march = dayOf(2025, 3, 1)
const SALON: Booked[] = [
  { client: 0, day: january, revenue: 100 },
  { client: 0, day: january + 9, revenue: 200 },
  { client: 0, day: january + 20, revenue: 300 },
  { client: 0, day: march, revenue: 400 },
  { client: 1, day: january + 30 },
  { client: 1, day: march + 30, revenue: 1000 },
  { client: 1, day: march + 31, revenue: 1000 },
  { client: 2, day: march + 1, revenue: 50 },
  { client: 2, day: march + 8, status: 'cancelled' },
  { client: 3, day: march + 9, status: 'no_show' },
  { client: 3, day: march + 20, status: 'no_show' },
]

test('clients, visits, revenue and retention by month', () => {
  const [first, second, third, ...rest] = baseHealth(visitsOf(SALON), dayOf(2025, 5, 30))
  expect(rest).toHaveLength(2)
  expect(first).toMatchObject({
    month: monthOf(january),
    partial: false,
    mayNotBeNew: true,
    served: 2,
    new: 2,
    returning: 0,
    regular: 1,
    newRegular: 1,
    regularShare: 0.5,
    visits: 4,
    visitsPerClient: 2,
    revenue: { new: 600, returning: null, regular: 300 },
    averageTicket: { new: 200, returning: null, regular: 300 },
    // back after 9 days, and after 59
    firstVisitRetention: { served: 2, returned: 2, rate: 1 },
    returningRetention: { served: 0, returned: 0, rate: null, low: null, high: null },
  })
  expect(second).toMatchObject({ served: 0, newShare: null, visitsPerClient: null, cancelledShare: null })
  expect(third).toMatchObject({
    served: 3,
    new: 1,
    returning: 2,
    regular: 1,
    returningShare: 2 / 3,
    revenue: { new: 50, returning: 1400, regular: 400 },
    // 31 March + 60 days is the as-of date
    firstVisitRetention: { served: 1, returned: 0, rate: 0 },
    returningRetention: { served: 2, returned: 1, rate: 0.5 },
    cancelledShare: 1 / 6,
    noShowShare: 2 / 6,
  })
})

test('no retention before the time is over for all, no appointment after the as-of date', () => {
  const last = baseHealth(visitsOf(SALON), march + 10, { regularFromVisit: 1, firstVisitDays: 10 }).at(-1)!
  expect(last).toMatchObject({ partial: true, served: 2, regular: 2, firstVisitRetention: null })
  expect(last).toMatchObject({ returningRetention: null, cancelledShare: 1 / 4, noShowShare: 1 / 4 })
})

test('from the fourth month of the data on new clients are new', () => {
  const months = baseHealth(visitsOf(SALON), dayOf(2025, 5, 30))
  expect(months.map(({ mayNotBeNew }) => mayNotBeNew)).toEqual([true, true, true, false, false])
})

test('no visits, none by the as-of date, nothing but missed appointments: no months', () => {
  expect(baseHealth(visitsOf([]), january)).toEqual([])
  expect(baseHealth(visitsOf(SALON), january - 1)).toEqual([])
  expect(baseHealth(visitsOf([{ client: 0, day: january, status: 'no_show' }]), january)).toEqual([])
})
