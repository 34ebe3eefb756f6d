import { expect, it } from 'vitest'
import { TextIndex } from './text-index.ts'

it('numbers texts as a Map would, through every enlargement', () => {
  const index = new TextIndex()
  const known = new Map<string, number>()
  for (let i = 0; i < 50_000; i++) {
    const text = i % 7 === 0 ? `Ґ👩${i % 5000}` : `a${(i * 7919) % 20_011}`
    const expected = known.get(text) ?? known.size
    known.set(text, expected)
    expect(index.indexOf(text)).toBe(expected)
  }
  expect(index.size).toBe(known.size)
  for (const [text, number] of known) expect(index.textOf(number)).toBe(text)
})

it('tells texts apart of which one begins the other, and knows the empty one', () => {
  const index = new TextIndex()
  expect(['ab', 'a', '', 'abc', 'b', 'ab', ''].map((text) => index.indexOf(text))).toEqual([0, 1, 2, 3, 4, 0, 2])
  expect([0, 1, 2, 3].map((number) => index.textOf(number))).toEqual(['ab', 'a', '', 'abc'])
})
