import { formatDay, parseDay } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  birthdayOf,
  birthdayOn,
  formatBirthday,
  monthOfBirth,
  nextBirthday,
  parseBirthday,
  placeholderBirthdays,
  yearOfBirth,
} from './birthday.ts'

test.each([
  ['1990-03-14', '2026-03-01', '2026-03-14'],
  ['--03-14', '2026-03-14', '2026-03-14'],
  ['1990-03-14', '2026-03-15', '2027-03-14'],
  ['1990-01-02', '2026-12-31', '2027-01-02'],
  ['1990-12-31', '2027-01-01', '2027-12-31'],
  // 29 February is kept on the 28th in other years
  ['2004-02-29', '2026-02-28', '2026-02-28'],
  ['2004-02-29', '2026-03-01', '2027-02-28'],
  ['--02-29', '2028-02-28', '2028-02-29'],
  ['--02-29', '2028-02-29', '2028-02-29'],
  ['--02-29', '2027-03-01', '2028-02-29'],
  ['1990-02-28', '2028-02-28', '2028-02-28'],
])('%s is kept after %s on %s', (birthday, from, day) => {
  expect(formatDay(nextBirthday(parseBirthday(birthday), parseDay(from)!))).toBe(day)
})

test('what is stored is what was meant', () => {
  const part = fc.record({ year: fc.integer({ min: 1900, max: 2026 }), month: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(part, fc.integer({ min: 1, max: 31 }), fc.boolean(), ({ year, month }, date, isFull) => {
      const birthday = birthdayOf(isFull ? year : 0, month, date)
      expect(parseBirthday(formatBirthday(birthday))).toBe(birthday)
      expect([yearOfBirth(birthday), monthOfBirth(birthday)]).toEqual([isFull ? year : null, month])
    }),
  )
  expect([formatBirthday(birthdayOf(0, 3, 4)), formatBirthday(0), parseBirthday('')]).toEqual(['--03-04', '', 0])
})

test('every day of two centuries is a birthday of its own', () => {
  for (let day = parseDay('1899-12-31')!; day <= parseDay('2101-01-01')!; day++) {
    if (formatBirthday(birthdayOn(day)) !== formatDay(day)) expect(formatBirthday(birthdayOn(day))).toBe(formatDay(day))
  }
  expect(birthdayOn(parseDay('2000-02-29')!)).toBe(20_000_229)
})

test('dates too many share, and those of computers, are placeholders', () => {
  const different = (count: number) =>
    Array.from({ length: count }, (_, i) => birthdayOf(1950 + (i % 50), 1 + (i % 12), 2 + (i % 27)))
  const shared = (count: number, birthday: number) => Array.from({ length: count }, () => birthday)
  const newYear = birthdayOf(1990, 1, 1)
  const found = (birthdays: number[]) => placeholderBirthdays(birthdays).has(newYear)
  expect(found(shared(5, newYear))).toBe(false)
  expect(found(shared(6, newYear))).toBe(true)
  // 4,000 people: two more may share one
  expect(found([...different(3993), ...shared(7, newYear)])).toBe(false)
  expect(found([...different(3992), ...shared(8, newYear)])).toBe(true)
  // without a year many are born on one day
  expect(placeholderBirthdays(shared(100, birthdayOf(0, 1, 1)))).toEqual(new Set([19_000_101, 19_700_101]))
})

test('true birthdays are hardly ever taken for placeholders', () => {
  const day = (birth: number) => parseBirthday(formatDay(Math.floor(birth)))
  const [first, days] = [parseDay('1965-01-01')!, 15_000]
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 0x7fffffff
    return seed / 0x7fffffff
  }
  for (const clients of [500, 3000, 40_000]) {
    const birthdays = Array.from({ length: clients }, () => day(first + random() * days))
    expect([...placeholderBirthdays(birthdays)].sort()).toEqual([19_000_101, 19_700_101])
  }
})
