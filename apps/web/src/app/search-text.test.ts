import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search-text.ts'

test('an address reads back to what it was written from', () => {
  const search = { base: '2025', filter: ['staff:Марта', 'service:Стрижка & укладка'], of: '', q: '067 1' }
  expect(parseSearch(stringifySearch(search))).toEqual(search)
})

test('what is absent or off is not in the address', () => {
  expect(stringifySearch({ a: undefined, b: false, c: null, d: true })).toBe('?d=1')
  expect(stringifySearch({})).toBe('')
})
