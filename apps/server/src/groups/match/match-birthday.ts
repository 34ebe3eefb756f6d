import { monthOfBirth, NO_BIRTHDAY, nextBirthday } from '../../birthday.ts'
import type { BirthdayRule } from '../rule.ts'
import type { Facts } from './facts.ts'
import { type Mask, maskOf } from './mask.ts'

export function matchBirthday({ birthday, today }: Facts, { days, month }: BirthdayRule): Mask {
  return maskOf(birthday.length, (client) => {
    const own = birthday[client]!
    if (own === NO_BIRTHDAY) return false
    return days === null ? monthOfBirth(own) === month : nextBirthday(own, today) <= today + days
  })
}
