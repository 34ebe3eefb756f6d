import { expect, test } from 'vitest'
import { chiSquareTail } from './chi-square.ts'
import { logGamma, lowerGamma, upperGamma } from './special.ts'

// Expected values: mpmath with 30 digits.

test.each([
  [0.001, 6.907178885383854],
  [0.5, 0.5723649429247001],
  [2.5, 0.2846828704729192],
  [12.9, 19.735015850713005],
  [100.25, 360.28455963776423],
  [10_000, 82_099.71749644238],
])('ln Γ(%d)', (x, expected) => {
  expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(1e-14)
})

test('ln Γ is 0 at 1 and 2, infinite at 0', () => {
  expect(logGamma(1)).toBeCloseTo(0, 14)
  expect(logGamma(2)).toBeCloseTo(0, 14)
  expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY)
})

test.each([
  [0.5, 0.1, 0.345279153981423, 0.654720846018577],
  [0.5, 8, 0.9999366575163338, 6.33424836662398e-5],
  [3, 2, 0.32332358381693654, 0.6766764161830635],
  [3, 60, 1, 1.6295866529378224e-23],
  [5000, 5200, 0.9974151865046462, 0.002584813495353809],
  [5000, 4000, 1.5598621812189688e-52, 1],
  [0.01, 1e-5, 0.8963367982671973, 0.1036632017328028],
  [1, 0, 0, 1],
  [2, Number.POSITIVE_INFINITY, 1, 0],
])('P and Q(%d, %d)', (a, x, lower, upper) => {
  expect(lowerGamma(a, x)).toBeCloseTo(lower, 12)
  expect(upperGamma(a, x)).toBeCloseTo(upper, 12)
  if (lower > 0) expect(lowerGamma(a, x) / lower).toBeCloseTo(1, 11)
  if (upper > 0) expect(upperGamma(a, x) / upper).toBeCloseTo(1, 11)
})

test('tail of χ² at its published critical values', () => {
  expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12)
  expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12)
  expect(chiSquareTail(0, 4)).toBe(1)
})
