import { expect, test } from 'vitest'
import { searchPattern, searchText } from './search-text.ts'

const OLENA = searchText('Олена Ґудзь', '+380501234567', 'Olena@Example.com')

/** What LIKE does with a pattern of this kind: the text between the two % signs is somewhere. */
const finds = (typed: string) => {
  const pattern = searchPattern(typed)
  return pattern !== null && OLENA.includes(pattern.slice(1, -1).replace(/\\(.)/g, '$1'))
}

test.each(['олена', 'ҐУДЗЬ', ' ена ґу ', 'olena@', '+380501234567', '050 123-45-67', '(050) 123 45', '4567'])(
  'finds by %s',
  (typed) => expect(finds(typed)).toBe(true),
)

test.each(['Ольга', '%', '_', '067', 'олена\\'])('does not find by %s', (typed) => expect(finds(typed)).toBe(false))

test('a blank search asks for nothing', () => expect(searchPattern('  ')).toBeNull())
