import { expect, test } from 'vitest'
import { isStale } from './data-day.ts'

test('data is stale from the third day on', () => {
  expect([0, 1, 2, 3, 2904].map((daysBehind) => isStale({ daysBehind }))).toEqual([false, false, false, true, true])
})
