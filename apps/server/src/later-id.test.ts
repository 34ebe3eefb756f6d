import { expect, test } from 'vitest'
import { laterId } from './later-id.ts'

test('ids made one after the other are in order, however quickly', () => {
  const ids = Array.from({ length: 20_000 }, laterId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of [ids[0], ids[777], ids.at(-1)]) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})
