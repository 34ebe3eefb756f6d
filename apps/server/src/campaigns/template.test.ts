import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareFields, type FieldValues, fillIn, readTemplate, uses } from './template.ts'
import { bonusWords, dayWords } from './words.ts'

const VALUES: FieldValues = {
  firstName: 'Олена',
  salon: 'Салон',
  bonuses: '500 бонусів',
  bonusExpires: '1 березня',
  expiring: '',
  lastMaster: '',
  lastService: 'Манікюр',
  daysSince: '74 дні',
  link: 'https://s.test/l/a',
  survey: 'https://s.test/l/b',
}

test.each([
  ['{{firstName}}, вам {{bonuses}}!', 'Олена, вам 500 бонусів!'],
  ['{{ firstName }} {{lastMaster|майстер}}', 'Олена майстер'],
  ['{{lastMaster}}чекає', 'чекає'],
  ['{{lastMaster|a|b}}', 'a|b'],
  ['без полів', 'без полів'],
  ['', ''],
])('%s → %s', (text, expected) => {
  const template = readTemplate(text)
  expect(template.problems).toEqual([])
  expect(fillIn(template, VALUES)).toBe(expected)
})

test('unknown fields and braces that do not close are named', () => {
  expect(readTemplate('{{name}} {{firstName}} {{Link}}').problems).toEqual([
    { kind: 'unknownField', field: 'name' },
    { kind: 'unknownField', field: 'Link' },
  ])
  expect(readTemplate('Вітаємо, {{firstName').problems).toEqual([{ kind: 'notClosed', field: '{{firstName' }])
  expect(readTemplate('{{__proto__}}{{toString}}').problems).toHaveLength(2)
})

test('fields without a fallback are known, and whether a text has a link', () => {
  const template = readTemplate('{{firstName|друже}} {{lastMaster}} {{lastMaster}} {{link}}')
  expect(bareFields(template)).toEqual(['lastMaster', 'link'])
  expect([uses(template, 'link'), uses(template, 'salon')]).toEqual([true, false])
})

test('text outside of fields is kept as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = text.replaceAll('{{', '')
      expect(fillIn(readTemplate(plain), VALUES)).toBe(plain)
    }),
  )
})

test.each([
  [1, '1 бонус', '1 бонус', '1 bonus point', '1 день'],
  [2, '2 бонуси', '2 бонуса', '2 bonus points', '2 дні'],
  [5, '5 бонусів', '5 бонусов', '5 bonus points', '5 днів'],
  [21, '21 бонус', '21 бонус', '21 bonus points', '21 день'],
  [112, '112 бонусів', '112 бонусов', '112 bonus points', '112 днів'],
  [500, '500 бонусів', '500 бонусов', '500 bonus points', '500 днів'],
])('%d in words', (count, uk, ru, en, days) => {
  expect([bonusWords(count, 'uk'), bonusWords(count, 'ru'), bonusWords(count, 'en')]).toEqual([uk, ru, en])
  expect(dayWords(count, 'uk')).toBe(days)
})
