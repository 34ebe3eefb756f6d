import { compareStaff } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CROWD, crowdAndQuestion } from './crowd.ts'
import { expectSame, undefinedPlaces, visitsOf } from './engine.ts'
import { type Asked, inAnotherOrder, salonAndQuestion } from './question.ts'
import { bestOnGrid, logLikelihood, compareStaff as reference } from './reference/comparison.ts'
import type { Salon } from './reference/line.ts'
import { closesOn } from './reference/question.ts'

/** Few clients with everything that can be odd about them, or many plain ones, of whom a verdict is possible. */
const anySalon = fc.oneof({ weight: 2, arbitrary: salonAndQuestion }, { weight: 3, arbitrary: crowdAndQuestion })

/** Filters on clients pass all lines of a visit or none, so the visit's main line is also that of its matching lines. */
const filteredByClient = anySalon.map(([salon, question]): [Salon, Asked] => {
  const filters = question.filters.filter(({ field }) => field === 'source' || field === 'newness')
  return [salon, { ...question, filters }]
})

function comparisonOf(salon: Salon, { base, rule, filters, asOf }: Asked) {
  return compareStaff(visitsOf(salon, CROWD), { base, rule, filters, asOf })
}

test('masters are compared as METRICS §8 describes', () => {
  fc.assert(
    fc.property(filteredByClient, ([salon, question]) => {
      const comparison = comparisonOf(salon, question)
      const expected = reference(salon, question)
      if ('reason' in comparison) expect(expected).toBeNull()
      else
        expectSame(
          comparison.rows.map(({ shrunk, ...row }) => row),
          expected,
          1e-9,
        )
    }),
    { numRuns: 400 },
  )
})

test('the shrunk rate stands between the master’s own and the mean of all', () => {
  fc.assert(
    fc.property(anySalon, ([salon, question]) => {
      const comparison = comparisonOf(salon, question)
      expect(undefinedPlaces(comparison)).toEqual([])
      if ('reason' in comparison) return
      const { mean, kappa, rows } = comparison
      if (mean === null || kappa === null) return
      for (const { served, returned, rate, shrunk } of rows) {
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(rate, mean) - 1e-12)
        expect(shrunk).toBeLessThanOrEqual(Math.max(rate, mean) + 1e-12)
        expect(shrunk).toBeCloseTo((returned + kappa * mean) / (served + kappa), 9)
      }
    }),
    { numRuns: 300 },
  )
})

test('no mean and no strength of shrinking explain the masters better', () => {
  fc.assert(
    fc.property(anySalon, ([salon, question]) => {
      const comparison = comparisonOf(salon, question)
      if ('reason' in comparison) return
      const { mean, kappa, rows } = comparison
      if (mean === null || kappa === null) {
        expect(rows).toEqual([])
        return
      }
      expect(kappa).toBeLessThanOrEqual(1e4)
      // At the edges of the unit interval the likelihood is its limit, which the grid comes near to but never reaches.
      const inside = Math.min(Math.max(mean, 1e-12), 1 - 1e-12)
      expect(logLikelihood(rows, inside, kappa)).toBeGreaterThanOrEqual(bestOnGrid(rows) - 1e-6)
    }),
    { numRuns: 60 },
  )
})

test('waiting longer once the time is over changes nobody’s standing', () => {
  fc.assert(
    fc.property(anySalon, fc.integer({ min: 1, max: 150 }), ([salon, question], wait) => {
      const asOf = closesOn(question)
      expectSame(comparisonOf(salon, { ...question, asOf: asOf + wait }), comparisonOf(salon, { ...question, asOf }))
    }),
    { numRuns: 200 },
  )
})

test('the order of the file favours no master while no two lines cost the same', () => {
  fc.assert(
    fc.property(inAnotherOrder, ({ salon, other, question }) => {
      expectSame(comparisonOf(other, question), comparisonOf(salon, question), 1e-9)
    }),
    { numRuns: 200 },
  )
})
