import { expect, test } from 'vitest'
import { dayOf, monthOf } from './calendar.ts'
import { cohorts } from './cohorts.ts'
import { type Booked, visitsOf } from './testing.ts'

const january = dayOf(2025, 1, 1)
const SALON: Booked[] = [
  { client: 0, day: january + 3, revenue: 500 },
  { client: 0, day: january + 20, revenue: 300 },
  { client: 0, day: dayOf(2025, 3, 31), revenue: 700 },
  { client: 1, day: january + 30 },
  { client: 1, day: dayOf(2025, 2, 1), revenue: 400 },
  { client: 2, day: dayOf(2025, 3, 5) },
  { client: 3, day: dayOf(2025, 5, 5), revenue: 100 },
]

test('shares and revenue by calendar month after the first visit', () => {
  const result = cohorts(visitsOf(SALON), dayOf(2025, 4, 29))
  expect(result.map(({ month, size, mayNotBeNew }) => [month - monthOf(january), size, mayNotBeNew])).toEqual([
    [0, 2, true],
    [2, 1, true],
  ])
  expect(result[0]!.cells).toEqual([
    { k: 0, share: 1, clients: 2, partial: false, revenue: 400 },
    { k: 1, share: 0.5, clients: 1, partial: false, revenue: 200 },
    { k: 2, share: 0.5, clients: 1, partial: false, revenue: 350 },
    { k: 3, share: 0, clients: 0, partial: true, revenue: 0 },
  ])
  // Its one visit has no known price: not in the data. A month without visits has brought nothing.
  expect(result[1]!.cells.map(({ revenue }) => revenue)).toEqual([null, 0])
})

test('the last day of the month completes it, and from the fourth month on clients are new', () => {
  const result = cohorts(visitsOf(SALON), dayOf(2025, 5, 31))
  expect(result.flatMap(({ cells }) => cells.filter(({ partial }) => partial))).toEqual([])
  expect(result.at(-1)).toMatchObject({ month: monthOf(january) + 4, mayNotBeNew: false })
})

test('what is dated after the as-of day is not known', () => {
  const result = cohorts(visitsOf(SALON), january + 10)
  expect(result).toEqual([
    {
      month: monthOf(january),
      size: 1,
      mayNotBeNew: true,
      cells: [{ k: 0, share: 1, clients: 1, partial: true, revenue: 500 }],
    },
  ])
})

test('no visits, or none by the as-of day: no cohorts', () => {
  expect(cohorts(visitsOf([]), january)).toEqual([])
  expect(cohorts(visitsOf(SALON), january - 1)).toEqual([])
})

test('without any price revenue is unknown, months without visits included', () => {
  const booked = [
    { client: 0, day: dayOf(1969, 12, 30) },
    { client: 0, day: dayOf(1970, 2, 1) },
  ]
  const [cohort] = cohorts(visitsOf(booked), dayOf(1970, 2, 28))
  expect(cohort!.cells.map(({ share, revenue }) => [share, revenue])).toEqual([
    [1, null],
    [0, null],
    [1, null],
  ])
})
