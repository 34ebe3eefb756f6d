import { expect, test } from 'vitest'
import { inOrder } from './client-orders.ts'

test('names are sorted as the language of the reader does', () => {
  const places = ['Zoe', 'Їжак', 'Анна', 'Иван', 'Igor'].map((key, id) => ({ key, id }))
  const sorted = (language: 'uk' | 'ru' | 'en') => places.toSorted(inOrder(false, language)).map(({ key }) => key)
  expect(sorted('uk').slice(0, 1)).toEqual(['Анна'])
  expect(sorted('en').slice(0, 2)).toEqual(['Igor', 'Zoe'])
  expect(sorted('ru').slice(0, 1)).toEqual(['Анна'])
})
