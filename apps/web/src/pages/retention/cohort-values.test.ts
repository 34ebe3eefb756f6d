import { expect, test } from 'vitest'
import type { Cohort } from '../../api/types.ts'
import { averagesOf, levelOf, scaleOf } from './cohort-values.ts'

function cohort(month: string, size: number, clients: number[], more: Partial<Cohort> = {}): Cohort {
  const last = clients.length - 1
  return {
    month,
    size,
    mayNotBeNew: false,
    cells: clients.map((count, k) => ({
      k,
      clients: count,
      share: count / size,
      partial: k === last,
      revenue: count * 100,
    })),
    ...more,
  }
}

const old = cohort('2025-01', 100, [100, 90, 90, 90], { mayNotBeNew: true })
const first = cohort('2025-02', 30, [30, 15, 6])
const second = cohort('2025-03', 10, [10, 4])

test('averages weigh cohorts by their size and leave out unfinished months and those who may not be new', () => {
  const [k0, k1, k2, k3] = averagesOf([old, first, second], 'share', 4)
  expect(k0).toEqual({ k: 0, value: 1, cohorts: 2 })
  expect(k1).toEqual({ k: 1, value: 15 / 30, cohorts: 1 })
  expect(k2).toEqual({ k: 2, value: null, cohorts: 0 })
  expect(k3?.value).toBeNull()
})

test('a cell without known prices is no zero in the average', () => {
  const unknown = cohort('2025-02', 30, [30, 15, 6])
  unknown.cells[1]!.revenue = null
  const other = cohort('2025-01', 10, [10, 5, 5])
  expect(averagesOf([unknown, other], 'money', 2)[1]).toEqual({ k: 1, value: 500, cohorts: 1 })
})

test('the colours are set by cohorts large enough, not by the first month', () => {
  expect(scaleOf([first, second], 'share')).toBe(0.5)
  expect(scaleOf([cohort('2025-01', 3, [3, 3, 3])], 'share')).toBe(1)
  expect(scaleOf([first], 'money')).toBe(1500)
  expect(levelOf(0.25, 0.5)).toBe(50)
  expect(levelOf(1, 0.5)).toBe(100)
})
