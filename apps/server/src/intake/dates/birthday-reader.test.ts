import { parseDay } from '@comeback/retention'
import { describe, expect, it } from 'vitest'
import { formatBirthday } from '../../birthday.ts'
import { BirthdayReader, UNREADABLE_BIRTHDAY } from './birthday-reader.ts'

const TODAY = parseDay('2026-04-05')!

function read(text: string, order: 'dmy' | 'mdy' = 'dmy'): string | null {
  const birthday = new BirthdayReader(order, TODAY).read(text)
  return birthday === UNREADABLE_BIRTHDAY ? null : formatBirthday(birthday)
}

describe('a birthday', () => {
  it.each([
    ['1990-03-14', '1990-03-14'],
    ['14.03.1990', '1990-03-14'],
    ['1990-03-14T00:00:00', '1990-03-14'],
    ['14/03/1990', '1990-03-14'],
    ['19900314', '1990-03-14'],
    ['32946', '1990-03-14'],
    ['12345', '1933-10-18'],
    ['14 березня 1990 р.', '1990-03-14'],
    ['Mar 14, 1990', '1990-03-14'],
    ['1900-01-01', '1900-01-01'],
    ['14.03.85', '1985-03-14'],
    ['29.02.84', '1984-02-29'],
    ['14.03.25', '2025-03-14'],
    ['05.04.2026', '2026-04-05'],
    ['14.03', '--03-14'],
    ['14.03.', '--03-14'],
    ['4.3', '--03-04'],
    ['03-14', '--03-14'],
    ['14-03', '--03-14'],
    ['03-04', '--03-04'],
    ['--03-14', '--03-14'],
    ['14/3', '--03-14'],
    ['3/14', '--03-14'],
    ['29.02', '--02-29'],
    ['14 березня', '--03-14'],
    ['14 мар.', '--03-14'],
    ['March 14th', '--03-14'],
    ['', ''],
    [' - ', ''],
    ['00.00.0000', ''],
    ['0000-00-00', ''],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('goes by the order of the file where a slash leaves it open', () => {
    expect([read('3/4'), read('3/4', 'mdy')]).toEqual(['--04-03', '--03-04'])
    expect([read('03/04/1990'), read('03/04/1990', 'mdy')]).toEqual(['1990-04-03', '1990-03-04'])
  })

  it.each(['06.04.2026', '14.03.2090', '31.12.1899', '30.02.1990', '31.04', '13-13', 'весна', '14 морозня', '1990'])(
    '%s is none',
    (text) => {
      expect(read(text)).toBeNull()
    },
  )
})
