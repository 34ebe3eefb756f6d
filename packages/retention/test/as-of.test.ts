import { NO_DAY } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitsOf } from './engine.ts'
import { defaultAsOf } from './reference/as-of.ts'
import { salonWithin } from './salon.ts'

test('the data is known through the last completed visit, walk-ins included', () => {
  fc.assert(
    fc.property(salonWithin(14), (salon) => {
      expect(visitsOf(salon).dataThrough).toBe(defaultAsOf(salon) ?? NO_DAY)
    }),
    { numRuns: 500 },
  )
})
