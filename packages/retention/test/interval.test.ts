import { newcombe, wilson } from '@comeback/retention'
import { expect, test } from 'vitest'

/** R 4 `prop.test(x, n, correct = FALSE)$conf.int`, 10 significant digits. */
const WILSON = [
  { x: 0, n: 10, low: 0, high: 0.2775327999 },
  { x: 1, n: 10, low: 0.0178762131, high: 0.4041500268 },
  { x: 5, n: 10, low: 0.2365930905, high: 0.7634069095 },
  { x: 10, n: 10, low: 0.7224672001, high: 1 },
  { x: 1, n: 3, low: 0.06149194472, high: 0.7923403992 },
  { x: 37, n: 100, low: 0.2818236053, high: 0.4677947042 },
  { x: 450, n: 1000, low: 0.4194153841, high: 0.4809672918 },
]

test.each(WILSON)('Wilson interval of $x of $n is that of R', ({ x, n, low, high }) => {
  const interval = wilson(x, n)!
  expect(Math.abs(interval.low - low)).toBeLessThan(1e-10)
  expect(Math.abs(interval.high - high)).toBeLessThan(1e-10)
})

test('a Wilson interval touches 0 and 1 exactly where the share does, and nobody has none', () => {
  for (let n = 1; n <= 200; n++) {
    expect(wilson(0, n)!.low).toBe(0)
    expect(wilson(n, n)!.high).toBe(1)
  }
  expect(wilson(0, 0)).toBeNull()
})

/** Newcombe 1998 (Statistics in Medicine 17, 873–890), table II, method 10: four decimals. */
const NEWCOMBE = [
  { x1: 56, n1: 70, x2: 48, n2: 80, low: 0.0524, high: 0.3339 },
  { x1: 9, n1: 10, x2: 3, n2: 10, low: 0.1705, high: 0.809 },
  { x1: 5, n1: 56, x2: 0, n2: 29, low: -0.0381, high: 0.1926 },
  { x1: 10, n1: 10, x2: 0, n2: 10, low: 0.6075, high: 1 },
]

test.each(NEWCOMBE)('the difference $x1/$n1 − $x2/$n2 has the published interval', ({ x1, n1, x2, n2, low, high }) => {
  const interval = newcombe(x1, n1, x2, n2)!
  expect(interval.difference).toBeCloseTo(x1 / n1 - x2 / n2, 12)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

test('without people in either group there is no difference', () => {
  expect(newcombe(0, 0, 1, 2)).toBeNull()
  expect(newcombe(1, 2, 0, 0)).toBeNull()
})
