import { expect, test } from 'vitest'
import { smsParts } from './index.ts'

const A = (count: number) => 'A'.repeat(count)
const Я = (count: number) => 'я'.repeat(count)

/** Expected by hand from GSM 03.38 and 03.40: 160 septets or 153 a part, 70 units or 67 a part. */
test.each([
  ['nothing', '', 'gsm7 0 160'],
  ['one septet', 'A', 'gsm7 1 159'],
  ['a full message', A(160), 'gsm7 1 0'],
  ['one too many', A(161), 'gsm7 2 145'],
  ['two full parts', A(306), 'gsm7 2 0'],
  ['a third part', A(307), 'gsm7 3 152'],
  ['letters of the basic table', 'ÄÖÑÜ§¿àΔΩ@£\n', 'gsm7 1 148'],
  ['the extension table counts twice', '€[]{}~|^\\', 'gsm7 1 142'],
  ['80 euro signs fill a message', '€'.repeat(80), 'gsm7 1 0'],
  // 152 septets, then a sign of two that does not fit the 153rd: it begins the next part
  ['an escaped sign is not cut in two', `${A(152)}€${A(20)}`, 'gsm7 2 131'],
  ['a letter GSM has not', 'ê', 'ucs2 1 69'],
  ['ß and ç differ: GSM has Ç only', 'ç', 'ucs2 1 69'],
  ['Cyrillic', Я(70), 'ucs2 1 0'],
  ['Cyrillic, one too many', Я(71), 'ucs2 2 63'],
  ['Cyrillic, two full parts', Я(134), 'ucs2 2 0'],
  ['Cyrillic, a third part', Я(135), 'ucs2 3 66'],
  ['one Cyrillic letter makes all of it UCS-2', `${A(70)}я`, 'ucs2 2 63'],
  ['an emoji is two units', '🎁', 'ucs2 1 68'],
  ['35 emoji fill a message', '🎁'.repeat(35), 'ucs2 1 0'],
  // 66 units, then an emoji of two that does not fit the 67th: it begins the next part
  ['an emoji is not cut in two', `${Я(66)}🎁${Я(10)}`, 'ucs2 2 55'],
  ['a curly quote', '“A”', 'ucs2 1 67'],
  [
    'the message of the campaign',
    'Ми сумуємо за вами! 🎁 Даруємо 500 бонусів. Запишіться вже зараз: https://x.example/Ab3dE',
    'ucs2 2 45',
  ],
])('%s', (_, text, expected) => {
  const { encoding, parts, left } = smsParts(text)
  expect(`${encoding} ${parts} ${left}`).toBe(expected)
})
