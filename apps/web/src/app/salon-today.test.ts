import { expect, test, vi } from 'vitest'
import { daysAfter, salonToday } from './salon-today.ts'

test('the salon’s day is that of its clocks, in a practice salon the one played on to', () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T22:30:00Z') })
  expect(salonToday({ practiceDay: null, timeZone: 'Europe/Kyiv' })).toBe('2026-11-23')
  expect(salonToday({ practiceDay: null, timeZone: 'America/New_York' })).toBe('2026-11-22')
  expect(salonToday({ practiceDay: '2026-04-12', timeZone: 'Europe/Kyiv' })).toBe('2026-04-12')
  vi.useRealTimers()
  expect(daysAfter('2026-12-31', 60)).toBe('2027-03-01')
})
