import { expect, it } from 'vitest'
import { PhoneReader, phoneText } from './phones.ts'

function read(country: string, text: string): string | null {
  const phone = new PhoneReader(country).read(text)
  return phone < 0 ? null : phoneText(phone)
}

it.each([
  ['+380501234567', '+380501234567'],
  ['380501234567', '+380501234567'],
  ['0501234567', '+380501234567'],
  ['80501234567', '+380501234567'],
  ['050 123-45-67', '+380501234567'],
  ['(050) 123 45 67', '+380501234567'],
  ['00380501234567', '+380501234567'],
  ['501234567', '+380501234567'],
  ['0501234567, 0671234567', '+380501234567'],
  ['+48 601 234 567', '+48601234567'],
  ['+1 (604) 555-0123', '+16045550123'],
  ['', ''],
  ['-', ''],
  ['немає', ''],
  ['0000000000', ''],
  ['+380000000000', ''],
  ['1234567890', ''],
])('%s of Ukraine is "%s"', (text, expected) => {
  expect(read('UA', text)).toBe(expected)
})

it.each(['12', 'call later', '=cmd|calc', '050123456789012345'])('"%s" is none', (text) => {
  expect(read('UA', text)).toBeNull()
})

it('takes the country of the workspace for numbers without one', () => {
  expect(read('PL', '601 234 567')).toBe('+48601234567')
  expect(read('CA', '(604) 555-0123')).toBe('+16045550123')
  expect(() => new PhoneReader('XX')).toThrow('badSetting')
})

it('gives one number to all ways of writing a phone', () => {
  const phones = new PhoneReader('UA')
  const first = phones.read('0501234567')
  expect(['+380501234567', '050 123-45-67', '80501234567'].map((text) => phones.read(text))).toEqual([
    first,
    first,
    first,
  ])
  expect(phones.read('0671234567')).not.toBe(first)
})
