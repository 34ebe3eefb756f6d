import { expect, it } from 'vitest'
import { exponentOf } from '../../currency.ts'
import { readAmount } from './amounts.ts'

it.each([
  ['82', 8200],
  ['82.5', 8250],
  ['82.', 8200],
  ['1250.50', 125050],
  ['1 250,50 ₴', 125050],
  ['1\u00a0250,50\u00a0грн.', 125050],
  ['1\u202f250', 125000],
  ['1,250.50', 125050],
  ['1.250,50', 125050],
  ['1,250', 125000],
  ['1.250', 125000],
  ['1.250.000,5', 125000050],
  ["1'250.00", 125000],
  ['12,34,567.00', 123456700],
  ['0.125', 13],
  ['$82', 8200],
  ['USD 82.00', 8200],
  ['82 zł', 8200],
  ['(5.00)', -500],
  ['-50.4', -5040],
  ['−50,4', -5040],
  ['50-', -5000],
  ['+7', 700],
  ['1.005', 100500],
  ['1.0050', 101],
  ['0', 0],
  ['.5', 50],
  ['1000000000', 1e11],
])('%s is %d minor units', (text, expected) => {
  expect(readAmount(text, 2)).toBe(expected)
})

it.each(['', ' ', '-', '—'])('"%s" is blank', (text) => {
  expect(readAmount(text, 2)).toBeNaN()
})

it.each(['free', '12 or 15', '1,2,3', '1.2.3', '12.34.56', '10%', '--5', '1e5', '=1+1', '5 (6)'])(
  '"%s" is none',
  (text) => {
    expect(readAmount(text, 2)).toBe('badAmount')
  },
)

it.each(['1000000000.01', '380501234567', '4111111111111111', '-99999999999999999999'])('%s is absurd', (text) => {
  expect(readAmount(text, 2)).toBe('absurdAmount')
})

it('knows the decimals of a currency', () => {
  expect([exponentOf('UAH'), exponentOf('JPY'), exponentOf('KWD'), exponentOf('XYZ')]).toEqual([2, 0, 3, null])
  expect(readAmount('1500', 0)).toBe(1500)
  expect(readAmount('1.500', 3)).toBe(1500)
})
