import { expect, test } from 'vitest'
import { axisDays, axisEnd, curveAt, lastKnownDay } from './curve-values.ts'

const point = (t: number, atRisk: number, events: number, censored: number, returned: number) => ({
  t,
  atRisk,
  events,
  censored,
  returned,
  low: returned / 2,
  high: returned,
})

const half = { points: [point(10, 4, 1, 0, 0.25), point(20, 3, 1, 1, 0.5), point(40, 1, 0, 1, 0.5)] }

test('the curve is read on its step: the last point on or before the day', () => {
  expect(curveAt(half, 0)).toEqual({ returned: 0, low: null, high: null, atRisk: 4 })
  expect(curveAt(half, 9)).toMatchObject({ returned: 0, atRisk: 4 })
  expect(curveAt(half, 10)).toMatchObject({ returned: 0.25, low: 0.125, high: 0.25, atRisk: 4 })
  expect(curveAt(half, 11)).toMatchObject({ returned: 0.25, atRisk: 3 })
  expect(curveAt(half, 40)).toMatchObject({ returned: 0.5, atRisk: 1 })
})

test('nothing is said beyond the longest watched, unless all are back', () => {
  expect(curveAt(half, 41)).toBeNull()
  const all = { points: [point(5, 2, 2, 0, 1)] }
  expect(lastKnownDay(all)).toBe(Infinity)
  expect(curveAt(all, 300)).toMatchObject({ returned: 1, atRisk: 0 })
  expect(curveAt({ points: [] }, 1)).toBeNull()
})

test('the axis ends after half a year, or with the data, or where asked', () => {
  const long = { points: [point(700, 1, 0, 1, 0)] }
  expect(axisEnd([half, long], undefined)).toBe(180)
  expect(axisEnd([half], undefined)).toBe(40)
  expect(axisEnd([half, long], 'all')).toBe(700)
  expect(axisEnd([long], '90')).toBe(90)
  expect(axisEnd([], 'all')).toBe(1)
})

test('round days along the axis', () => {
  expect(axisDays(180, 7)).toEqual([0, 30, 60, 90, 120, 150, 180])
  expect(axisDays(95, 4)).toEqual([0, 30, 60, 90])
  expect(axisDays(3, 7)).toEqual([0, 1, 2, 3])
  for (const end of [1, 7, 44, 95, 181, 365, 1000, 9000]) expect(axisDays(end, 5).length).toBeLessThanOrEqual(6)
})
