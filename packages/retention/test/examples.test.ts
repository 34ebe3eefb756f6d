import { lostClients, peopleBehind, retentionReport } from '@comeback/retention'
import { expect, test } from 'vitest'
import { visitsOf } from './engine.ts'
import { dayOfText } from './reference/calendar.ts'
import type { Line } from './reference/line.ts'
import { retentionReport as reference } from './reference/report.ts'

/** A salon small enough to count by hand; a row is client, day, and what differs from a completed visit for 500 ₴. */
const ROWS: [client: number, day: string, differing?: Partial<Line>][] = [
  [0, '2025-12-03'],
  [0, '2025-12-20', { staff: 'Кароліна' }],
  [0, '2026-01-15'],
  [1, '2025-12-10'],
  [1, '2026-02-10'],
  [2, '2025-12-12'],
  [2, '2026-04-01', { status: 'scheduled', bookedDay: dayOfText('2026-01-20') }],
  [3, '2025-12-14', { revenue: null }],
  [3, '2026-01-14', { status: 'no_show' }],
  [4, '2025-11-30'],
  [4, '2025-12-31', { staff: 'Кароліна', revenue: 120_000 }],
  [4, '2026-01-05', { product: true }],
  [5, '2025-12-05', { status: 'cancelled' }],
]

const lines = ROWS.map(
  ([client, day, differing], appointmentId): Line => ({
    client,
    appointmentId,
    day: dayOfText(day),
    start: 600,
    status: 'completed',
    bookedDay: null,
    cancelledDay: null,
    staff: 'Марта',
    service: 'Манікюр',
    category: null,
    location: null,
    source: null,
    bookedBy: null,
    revenue: 50_000,
    product: false,
    ...differing,
  }),
)

const salon = { lines, pastScheduled: 'completed' as const }
const december = {
  base: { kind: 'month' as const, from: dayOfText('2025-12-01'), to: dayOfText('2025-12-31') },
  rule: { kind: 'period' as const, from: dayOfText('2026-01-01'), to: dayOfText('2026-01-31') },
  by: 'staff' as const,
  filters: [],
}

test('December, known through February: one back, one later, one booked, two lost', () => {
  const { total, rows } = retentionReport(visitsOf(salon), { ...december, asOf: dayOfText('2026-02-28') })
  expect(total).toMatchObject({ served: 5, returned: 1, open: 0, missed: 4, outside: 1, booked: 1, lost: 2, rate: 0.2 })
  expect(total).toMatchObject({ visits: 6, revenue: 320_000, averageTicket: 64_000 })
  expect(total.new).toMatchObject({ served: 4, returned: 1, missed: 3, lost: 1, rate: 0.25 })

  const [marta, karolina] = rows
  expect(marta).toMatchObject({ key: 'Марта', served: 4, returned: 1, returnedSame: 1, outside: 1, booked: 1, lost: 1 })
  expect(karolina).toMatchObject({ key: 'Кароліна', served: 2, returned: 1, returnedSame: 0, rateSame: 0, lost: 1 })
})

test('in the middle of January nobody is missed yet, and there is no rate', () => {
  const { total, over } = retentionReport(visitsOf(salon), { ...december, asOf: dayOfText('2026-01-15') })
  expect(over).toBe(false)
  expect(total).toMatchObject({ served: 5, returned: 1, open: 4, missed: 0, rate: null, rateLow: null, rateSame: null })
})

test('a window runs from each client’s own last visit', () => {
  const rule = { kind: 'window' as const, days: 62 }
  const { total, closesOn } = retentionReport(visitsOf(salon), { ...december, rule, asOf: dayOfText('2026-03-03') })
  expect(closesOn).toBe(dayOfText('2026-03-03'))
  expect(total).toMatchObject({ served: 5, returned: 2, open: 0, booked: 1, lost: 2, rate: 0.4 })
})

test('the lost are named, with their last visit and what they spent', () => {
  const question = { ...december, asOf: dayOfText('2026-02-28') }
  const visits = visitsOf(salon)
  expect(peopleBehind(visits, question, { count: 'lost' }).map((person) => person.client)).toEqual([3, 4])
  expect(lostClients(visits, question)).toMatchObject([
    { client: 3, lastVisit: dayOfText('2025-12-14'), daysSince: 76, visits: 1, revenue: null, averageTicket: null },
    { client: 4, lastVisit: dayOfText('2025-12-31'), daysSince: 59, staff: 'Кароліна', visits: 2, revenue: 170_000 },
  ])
})

test('the reference counts this salon as the hand does', () => {
  const { total } = reference(salon, { ...december, asOf: dayOfText('2026-02-28') })
  expect(total).toMatchObject({ served: 5, returned: 1, outside: 1, booked: 1, lost: 2, rate: 0.2, revenue: 320_000 })
})
