import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitsOf } from './engine.ts'
import { knownBookedShare } from './reference/booked-share.ts'
import { salonWithin } from './salon.ts'

test('how many appointments say when they were booked is counted over all appointments with a client', () => {
  fc.assert(
    fc.property(salonWithin(14), (salon) => {
      const { all, booked } = visitsOf(salon).appointments
      expect(booked / all).toBe(knownBookedShare(salon) ?? Number.NaN)
    }),
    { numRuns: 500 },
  )
})
