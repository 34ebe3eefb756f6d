import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { groupRepeats } from './group-repeats.ts'
import { likelihood } from './likelihood.ts'
import { fitMbgcnbd } from './mbgcnbd.ts'
import type { ModelKind } from './parameters.ts'
import { cdnow, columnsOf, simulate } from './testing.ts'

const groups = groupRepeats(cdnow().customers)

test.each<[ModelKind, number]>([
  ['bgnbd', 1],
  ['mbgcnbd', 1],
  ['mbgcnbd', 2],
  ['mbgcnbd', 12],
])('the gradient of %s with k = %d is the slope of the value', (kind, k) => {
  const at = { k, r: 0.6, alpha: 3, a: 0.9, b: 1.7 }
  const { gradient } = likelihood(kind, at, groups)
  for (const [i, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
    const step = 1e-5 * at[name]
    const higher = likelihood(kind, { ...at, [name]: at[name] + step }, groups).value
    const lower = likelihood(kind, { ...at, [name]: at[name] - step }, groups).value
    expect(Math.abs((higher - lower) / (2 * step) / gradient[i]! - 1)).toBeLessThan(1e-5)
  }
})

test('histories are grouped without a loss', () => {
  const { count, byX, customers, repeaters } = groups
  expect(count.reduce((sum, each) => sum + each, 0)).toBe(2357)
  expect(count.length).toBeLessThan(1500)
  expect([customers, repeaters, byX[0]]).toEqual([2357, 946, 1411])
})

test('is finite at every corner of the bounds', () => {
  const ends = [1e-4, 1e4]
  for (const kind of ['bgnbd', 'mbgcnbd'] as const)
    for (const r of ends)
      for (const alpha of ends)
        for (const a of ends)
          for (const b of ends) {
            const { value, gradient } = likelihood(kind, { k: kind === 'bgnbd' ? 1 : 12, r, alpha, a, b }, groups)
            expect([value, ...gradient].every(Number.isFinite)).toBe(true)
          }
})

test('the truth behind a simulated salon is found, k included', () => {
  const truth = { k: 4, r: 2, alpha: 1.8, a: 0.6, b: 3 }
  const random = randomFrom(7)
  const histories = Array.from({ length: 7000 }, () => {
    const end = 20 + 136 * random()
    return { visits: simulate('mbgcnbd', truth, end, random), end }
  })
  const columns = columnsOf(histories)
  const fit = fitMbgcnbd(columns)!
  expect(fit.parameters.k).toBe(4)
  expect(fit.logLikelihood).toBeGreaterThan(likelihood('mbgcnbd', truth, groupRepeats(columns)).value)
  for (const name of ['r', 'alpha', 'a', 'b'] as const)
    expect(Math.abs(fit.parameters[name] / truth[name] - 1)).toBeLessThan(0.15)
})
