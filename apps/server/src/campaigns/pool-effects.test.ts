import { winBackEffect } from '@comeback/retention'
import { expect, test } from 'vitest'
import { poolEffects } from './pool-effects.ts'

const effect = (contacted: [number, number], holdout: [number, number]) =>
  winBackEffect(
    { clients: contacted[0], visited: contacted[1], revenue: contacted[1] * 1000 },
    { clients: holdout[0], visited: holdout[1], revenue: holdout[1] * 1000 },
    500,
  )

test('one campaign pooled is that campaign', () => {
  const one = effect([200, 40], [40, 4])
  const pooled = poolEffects([one])
  expect(pooled.incremental!.expected).toBeCloseTo(20, 10)
  expect(pooled.incremental!.low).toBeCloseTo(one.incrementalVisits!.low, 10)
  expect(pooled).toMatchObject({ campaigns: 1, contacted: 200, visited: 40, cost: 500 })
})

test('each campaign is held against its own holdout: the mix of shares makes no effect', () => {
  // both without any effect, with different shares held out: pooled arms would show one
  const pooled = poolEffects([effect([900, 90], [100, 10]), effect([100, 50], [100, 50])])
  expect(pooled.incremental!.expected).toBeCloseTo(0, 10)
  expect(pooled.incrementalRevenue).toBeCloseTo(0, 6)
})

test('several alike say it more surely than one; without a holdout nothing is said', () => {
  const one = effect([200, 40], [40, 4])
  const width = ({ incremental }: ReturnType<typeof poolEffects>) => incremental!.high - incremental!.low
  expect(width(poolEffects([one, one, one, one]))).toBeCloseTo(2 * width(poolEffects([one])), 8)
  expect(poolEffects([effect([200, 40], [0, 0])]).incremental).toBeNull()
  expect(poolEffects([])).toMatchObject({ campaigns: 0, incremental: null })
})
