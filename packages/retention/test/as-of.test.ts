import { NO_DAY } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitsOf } from './engine.ts'
import { defaultAsOf } from './reference/as-of.ts'
import { salon } from './salon.ts'

test('the data is known through the last completed visit, walk-ins included', () => {
  fc.assert(
    fc.property(salon, (salon) => {
      expect(visitsOf(salon).dataThrough).toBe(defaultAsOf(salon) ?? NO_DAY)
    }),
    { numRuns: 500 },
  )
})
