import { expect, test } from 'vitest'
import { digamma } from './special.ts'

// Expected values: mpmath with 30 digits.
test.each([
  [0.0001, -10000.577051183514],
  [0.3, -3.502524222200133],
  [1, -0.5772156649015329],
  [2.5, 0.7031566406452432],
  [9.99, 2.250700372831201],
  [57.25, 4.0386685933571265],
  [10_000, 9.210290371142849],
])('ψ(%d)', (x, expected) => {
  expect(Math.abs(digamma(x) / expected - 1)).toBeLessThan(2e-15)
})
