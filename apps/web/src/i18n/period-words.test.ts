import { parsePeriod } from '@comeback/retention'
import { describe, expect, test } from 'vitest'
import { formatsOf } from './format.ts'
import { asCalendar } from './period-words.ts'

describe('a span of dates', () => {
  test.each([
    ['2026-01-01..2026-01-31', 'month'],
    ['2024-02-01..2024-02-29', 'month'],
    ['2025-10-01..2025-12-31', 'quarter'],
    ['2025-11-01..2026-01-31', 'span'],
    ['2025-01-01..2025-12-31', 'year'],
    ['2026-01-01..2026-01-30', 'span'],
  ])('%s is a %s', (text, kind) => {
    expect(asCalendar(parsePeriod(text)!).kind).toBe(kind)
  })
})

test('a moment is told by the clocks of the salon, and an hour of its wall is moved by no zone', () => {
  const { momentIn, clock } = formatsOf('en')
  expect(momentIn('2026-07-01T21:30:00Z', 'Europe/Kyiv')).toMatch(/^2 Jul 2026, 00:30$/)
  expect(momentIn('2026-12-01T21:30:00Z', 'America/New_York')).toMatch(/^1 Dec 2026, 16:30$/)
  expect(clock('2026-03-29T03:30')).toMatch(/^29 Mar 2026, 03:30$/)
})

describe('numbers as the language writes them', () => {
  test.each([
    ['uk', '19\u00a0%', '9–36\u00a0%', '5 квітня 2026'],
    ['ru', '19\u00a0%', '9–36\u00a0%', '5 апреля 2026'],
    ['en', '19%', '9–36%', '5 April 2026'],
  ] as const)('in %s', (language, rate, interval, date) => {
    const formats = formatsOf(language)
    expect(formats.percent(6 / 31)).toBe(rate)
    expect(formats.percents(0.092, 0.363)).toBe(interval)
    expect(formats.date('2026-04-05')).toBe(date)
    expect(formats.number(-21)).toBe('−21')
    expect(formats.money(-2100, 'UAH')).toMatch(/^−/)
  })

  test('money is whole from a hundred on and exact below', () => {
    const { money } = formatsOf('en')
    expect(money(2130000, 'UAH')).toBe('₴21,300')
    expect(money(4550, 'UAH')).toBe('₴45.50')
    expect(money(500, 'JPY')).toBe('¥500')
  })
})
