import {
  dayOf,
  formatDay,
  formatPeriod,
  monthOf,
  monthStart,
  parseDay,
  parsePeriod,
  shiftPeriod,
} from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseWithin } from './question.ts'
import { dateOf, dayOfDate, dayOfText, nextPeriod } from './reference/calendar.ts'

/** Years 0–9999, leap days and turns of the century included. */
const anyDay = fc.integer({ min: dayOfText('0000-01-01'), max: dayOfText('9999-12-31') })

test('days, months and their texts agree with Temporal', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = dateOf(day)
      expect(formatDay(day)).toBe(date.toString())
      expect(parseDay(date.toString())).toBe(day)
      expect(dayOf(date.year, date.month, date.day)).toBe(day)
      expect(monthOf(day)).toBe(date.year * 12 + date.month - 1)
      expect(monthStart(monthOf(day))).toBe(dayOfDate(date.with({ day: 1 })))
    }),
    { numRuns: 1000 },
  )
})

test('a period is followed by the next of its kind, preceded by the one it follows, and survives being written', () => {
  fc.assert(
    fc.property(baseWithin(110), (base) => {
      const next = shiftPeriod(base, 1)
      expect(next).toEqual({ kind: base.kind, ...nextPeriod(base) })
      expect(shiftPeriod(next, -1)).toEqual(base)
      expect(parsePeriod(formatPeriod(base))).toEqual(base)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2025-Q4', '2025-10-01', '2025-12-31'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025-12-30..2026-01-02', '2025-12-30', '2026-01-02'],
  ['2025-12-30..2025-12-30', '2025-12-30', '2025-12-30'],
])('%s is %s to %s', (text, from, to) => {
  expect(parsePeriod(text)).toMatchObject({ from: dayOfText(from), to: dayOfText(to) })
})

test.each([
  '',
  '2025-13',
  '2025-00',
  '2025-Q5',
  '25-01',
  '2025-02-30..2025-03-01',
  '2025-03-02..2025-03-01',
  '2025-01..',
  'a..b',
])('"%s" is no period', (text) => {
  expect(parsePeriod(text)).toBeNull()
})
