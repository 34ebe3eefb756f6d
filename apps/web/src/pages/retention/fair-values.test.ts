import { expect, test } from 'vitest'
import type { FairRow } from '../../api/types.ts'
import { comparableOf, judgedOf, layOutFair, mixOf, sayingOf } from './fair-values.ts'

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

test('the picture has those the table compares, with the figures of the table', () => {
  const alone = master('Ilya', [[false, 'beard', 60, 50, 0]], { z: null })
  const hardly = master('Natalia', [[false, 'hair', 50, 25, 4]], { z: 0.4 })
  const few = master('Lev', [[false, 'nails', 5, 1, 60]], { verdict: 'tooFew' })
  const part = [
    [false, 'nails', 30, 12, 40],
    [true, 'tattoo', 20, 20, 0],
  ] as Kind[]
  const below = master('Yulia', part, { z: -2.1, verdict: 'below', expected: 0.6 })
  const above = master('Marta', [[false, 'nails', 40, 34, 30]], { z: 1, expected: 0.6 })
  const { drawn, left } = layOutFair([alone, hardly, few, below, above])
  expect(drawn.map(({ key }) => key)).toEqual(['Marta', 'Yulia'])
  expect(left.map(({ key }) => key)).toEqual(['Ilya', 'Natalia', 'Lev'])
  expect(judgedOf(below)).toMatchObject({ served: 30, returned: 12, rate: 12 / 30, expected: 0.6 })
  expect(judgedOf(alone)).toMatchObject({ served: 60, returned: 50, expected: null })
})
