import { expect, test } from 'vitest'
import type { FairRow } from '../../api/types.ts'
import { comparableOf, mixOf, salonRateOf, sayingOf } from './fair-values.ts'
import { heightAt, LIMITS, layOutFunnel } from './funnel-values.ts'

type Kind = [isNew: boolean, category: string | null, served: number, returned: number, othersServed: number]

function master(key: string, kinds: Kind[], more: Partial<FairRow> = {}): FairRow {
  const strata = kinds.map(([isNew, category, served, returned, othersServed]) => ({
    isNew,
    category,
    served,
    returned,
    othersServed,
    othersReturned: Math.floor(othersServed / 2),
  }))
  const served = strata.reduce((sum, each) => sum + each.served, 0)
  const returned = strata.reduce((sum, each) => sum + each.returned, 0)
  const rate = returned / served
  const known = { served, returned, rate, rateLow: 0, rateHigh: 1, expected: 0.5, z: 0, shrunk: rate, strata }
  return { key, ...known, verdict: 'asExpected', ...more }
}

test('only clients of kinds that others serve too are compared', () => {
  const row = master('Ilya', [
    [false, 'beard', 60, 50, 0],
    [false, 'hair', 4, 2, 50],
  ])
  expect(comparableOf(row)).toMatchObject({ clients: 4, returned: 2, others: 50, few: true })
  expect(comparableOf(row).weight).toBeCloseTo((4 * 50) / 54)
  expect(sayingOf(row)).toBe('alone')
  expect(sayingOf({ ...row, verdict: 'wellBelow' })).toBe('wellBelow')
  const other = master('Natalia', [[false, 'hair', 50, 25, 4]])
  expect(sayingOf(other), 'the others have too few').toBe('alone')
  expect(sayingOf(master('Yulia', [[false, 'nails', 30, 20, 40]]))).toBe('asExpected')
})

test('the mix that explains what is expected: new clients where they explain it, else the category, else nothing', () => {
  const newcomers = master(
    'Karolina',
    [
      [true, 'nails', 18, 1, 7],
      [false, 'nails', 12, 9, 45],
    ],
    { expected: 0.4 },
  )
  const regulars = master(
    'Marta',
    [
      [false, 'nails', 45, 40, 12],
      [true, 'nails', 7, 1, 18],
    ],
    { expected: 0.75 },
  )
  const both = [newcomers, regulars]
  expect(mixOf(newcomers, both)).toMatchObject({ kind: 'newer', share: 18 / 30, newRate: 2 / 25 })
  expect(mixOf(regulars, both)).toMatchObject({ kind: 'older', oldRate: 49 / 57 })
  expect(mixOf({ ...newcomers, expected: 0.9 }, both), 'in spite of the new').toMatchObject({ kind: 'category' })
  const kinds: Kind[] = [
    [false, 'lashes', 20, 10, 20],
    [false, 'hair', 20, 10, 20],
  ]
  const twins = [master('Oksana', kinds), master('Olga', kinds)]
  expect(mixOf(twins[0]!, twins)).toEqual({ kind: 'same' })
  expect(mixOf({ ...twins[0]!, expected: 0.7 }, twins)).toBeNull()
})

test('a master is outside a limit of the funnel exactly when the verdict says so', () => {
  for (const weight of [0.5, 3, 20, 400]) {
    for (const middle of [0.03, 0.5, 0.9]) {
      const at = (z: number) => heightAt(z, weight, middle)
      expect(at(0)).toBeCloseTo(middle)
      expect(at(1.95)).toBeLessThan(at(LIMITS.inner))
      expect(at(1.97)).toBeGreaterThan(at(LIMITS.inner))
      expect(at(-3.1)).toBeLessThan(at(-LIMITS.outer))
      expect(at(-3.1)).toBeGreaterThanOrEqual(0)
      expect(at(3.1)).toBeLessThanOrEqual(1)
    }
  }
})

test('who has nobody to be compared with is not in the funnel', () => {
  const alone = master('Ilya', [[false, 'beard', 60, 50, 0]], { z: null })
  const others = master('Yulia', [[false, 'nails', 30, 20, 40]], { z: 1 })
  const funnel = layOutFunnel([alone, others])!
  expect(funnel.middle).toBe(70 / 90)
  expect(funnel.points.map(({ row }) => row.key)).toEqual(['Yulia'])
  expect(funnel.left.map(({ key }) => key)).toEqual(['Ilya'])
  expect(layOutFunnel([alone])).toBeNull()
  expect(layOutFunnel([])).toBeNull()
  expect(salonRateOf([])).toBeNull()
})
