import { expect, it } from 'vitest'
import { readConsent } from './answers.ts'

it.each([
  ['так', 1],
  ['Yes', 1],
  ['+', 1],
  ['Opted in', 1],
  ['не згодна', 2],
  ['Отказ', 2],
  ['0', 2],
  ['', 0],
  ['подзвонити', 0],
])('a consent given as %j', (text, expected) => {
  expect(readConsent(text)).toBe(expected)
})
