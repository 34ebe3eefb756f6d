import { dayOf, formatDay } from '@comeback/retention'
import { describe, expect, it } from 'vitest'
import { DateReader, isAmbiguous, provenOrder } from './dates.ts'

const HOUR = 3_600_000

function read(text: string, order: 'dmy' | 'mdy' = 'dmy'): string | null {
  const reader = new DateReader()
  if (!reader.read(text, order)) return null
  const time = reader.hasTime ? ` ${new Date(reader.time).toISOString().slice(11, 19)}` : ''
  const offset = Number.isNaN(reader.offset) ? '' : ` ${reader.offset}`
  return formatDay(reader.day) + time + offset
}

describe('a date', () => {
  it.each([
    ['2025-12-31', '2025-12-31'],
    ['2025-12-31T23:59', '2025-12-31 23:59:00'],
    ['2025-12-31 23:59:58', '2025-12-31 23:59:58'],
    ['2025-12-31T23:59:58.123', '2025-12-31 23:59:58'],
    ['2025-12-31T23:59:58Z', '2025-12-31 23:59:58 0'],
    ['2025-12-31T23:59:58.5+02:00', '2025-12-31 23:59:58 120'],
    ['2025-12-31 23:59 -0530', '2025-12-31 23:59:00 -330'],
    ['2025-12-31T10:00+02:00[Europe/Kyiv]', '2025-12-31 10:00:00 120'],
    ['31.12.2025', '2025-12-31'],
    ['31.12.2025 9:05', '2025-12-31 09:05:00'],
    ['31.12.2025 09:05:01', '2025-12-31 09:05:01'],
    ['31.12.2025, 09:05', '2025-12-31 09:05:00'],
    ['1.2.25', '2025-02-01'],
    [' 03/04/2025 ', '2025-04-03'],
    ['2025/12/31 10:00', '2025-12-31 10:00:00'],
    ['20251231', '2025-12-31'],
    ['20251231T100500', '2025-12-31 10:05:00'],
    ['45658', '2025-01-01'],
    ['45658.4375', '2025-01-01 10:30:00'],
    ['15 Mar 2018', '2018-03-15'],
    ['Mar 15, 2018 3:50 PM', '2018-03-15 15:50:00'],
    ['Sat, 15 March 2025 at 9am', '2025-03-15 09:00:00'],
    ['15 березня 2025 р., 10:00', '2025-03-15 10:00:00'],
    ['1 мая 2025', '2025-05-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ...['', '-', 'yesterday', '31.02.2025', '29.02.2025', '2025-13-01', '2025-00-10', '2025-12-31T25:00', '0000-00-00'],
    ...['31.12.2025 10:61', '9999-12-31', '12345678', '15 foo 2025', '2025-12-31x', '31/12', '2025-12-31T10:00+99:00'],
  ])('"%s" is none', (text) => {
    expect(read(text)).toBeNull()
  })

  it('takes the month first where asked, except with dots', () => {
    expect(read('03/15/2018', 'mdy')).toBe('2018-03-15')
    expect(read('3/5/18 3:50:00 PM', 'mdy')).toBe('2018-03-05 15:50:00')
    expect(read('03.05.2018', 'mdy')).toBe('2018-05-03')
    expect(read('03/15/2018', 'dmy')).toBeNull()
  })

  it('agrees with the calendar on every day of its range', () => {
    const reader = new DateReader()
    for (let day = dayOf(1950, 1, 1); day <= dayOf(2100, 12, 31); day++) {
      expect(reader.read(formatDay(day), 'dmy') && reader.day).toBe(day)
    }
  })
})

it.each([
  ['3:50:00 PM', 15 * HOUR + 50 * 60_000],
  ['12:00 am', 0],
  ['12 p.m.', 12 * HOUR],
  ['08:05', 8 * HOUR + 5 * 60_000],
  ['0.5', 12 * HOUR],
])('the time %s', (text, expected) => {
  const reader = new DateReader()
  expect(reader.readTime(text)).toBe(true)
  expect(reader.time).toBe(expected)
})

it.each(['13:00 PM', '25:00', '10', 'noon', ''])('"%s" is no time', (text) => {
  expect(new DateReader().readTime(text)).toBe(false)
})

it('a number above 12 proves the order', () => {
  expect(provenOrder('03/15/2018')).toBe('mdy')
  expect(provenOrder('15/03/2018 10:00')).toBe('dmy')
  expect(provenOrder('03/04/2018')).toBeNull()
  expect(provenOrder('31.12.2018')).toBeNull()
  expect(isAmbiguous('03/04/2018')).toBe(true)
  expect(isAmbiguous('03.04.2018')).toBe(false)
})
