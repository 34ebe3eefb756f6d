import { expect, test } from 'vitest'
import { layOutGaps } from './gap-layout.ts'

const lay = (days: number[], today: number, expected: number | null = null, room = 800) =>
  layOutGaps({ days, today, expected, room })

test('there is no picture without visits', () => {
  expect(lay([], 100)).toBeNull()
})

test('fills the room when there are few visits, in proportion to the days', () => {
  const picture = lay([0, 30, 90], 120)!
  expect(picture.width).toBeCloseTo(800)
  const [first, second, third] = picture.visits as [number, number, number]
  expect((third - second) / (second - first)).toBeCloseTo(2)
  expect(picture.gaps.map((gap) => gap.days)).toEqual([30, 60])
})

test('grows beyond the room when the usual gap would not hold its number', () => {
  const days = Array.from({ length: 40 }, (_, visit) => visit * 14)
  const picture = lay(days, days.at(-1)!)!
  expect(picture.width).toBeGreaterThan(800)
  expect(picture.gaps).toHaveLength(39)
})

test('a client away for years does not squeeze their visits, and the days stay true', () => {
  const picture = lay([0, 30, 60], 2000)!
  expect(picture.open).toBe(1940)
  expect(picture.visits[1]! - picture.visits[0]!).toBeGreaterThan(60)
})

test('marks the expected day after the last visit', () => {
  const picture = lay([0, 30], 100, 60)!
  expect(picture.expected).toBeGreaterThan(picture.visits[1]!)
  expect(picture.expected).toBeLessThan(picture.today)
})
