import { compareCodePoints } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCodePoints } from './reference/report.ts'

test('names stand in code-point order, astral characters last', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'Я', 'ﬁ', '\u{ffff}', '🙂', '𝔸'), maxLength: 4 })
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(byCodePoints(a, b)))
    }),
    { numRuns: 1000 },
  )
})
