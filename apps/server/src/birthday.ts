import { type Day, dayOf, formatDay } from '@comeback/retention'

/**
 * A birthday as one number, year · 10,000 + month · 100 + date: 19,900,314. Year 0: it is not known; 0: nothing is known.
 */
export type Birthday = number

export const NO_BIRTHDAY: Birthday = 0

/** As the book keeps it: `1990-03-14`, `--03-14` without a year (as ISO 8601 and vCard write it), '' unknown. */
export function formatBirthday(birthday: Birthday): string {
  if (birthday === NO_BIRTHDAY) return ''
  const year = Math.floor(birthday / 10_000)
  return `${year === 0 ? '-' : year}-${twoDigits(monthOfBirth(birthday))}-${twoDigits(birthday % 100)}`
}

/** The birthday behind the text {@link formatBirthday} makes of it. */
export function parseBirthday(text: string): Birthday {
  if (text === '') return NO_BIRTHDAY
  const [year, month, date] = text.startsWith('--') ? ['0', ...text.slice(2).split('-')] : text.split('-')
  return birthdayOf(Number(year), Number(month), Number(date))
}

/** @param year 0 where it is not known */
export function birthdayOf(year: number, month: number, date: number): Birthday {
  return year * 10_000 + month * 100 + date
}

/** The birthday of who was born on a day from year 1 on, without an object: this runs for every row of a file. */
export function birthdayOn(day: Day): Birthday {
  // Howard Hinnant's civil_from_days, for years after 0
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return birthdayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}

/** Year of birth, `null` where it is not known. */
export function yearOfBirth(birthday: Birthday): number | null {
  return Math.floor(birthday / 10_000) || null
}

/** 1–12. */
export function monthOfBirth(birthday: Birthday): number {
  return Math.floor(birthday / 100) % 100
}

/** The day a birthday is kept on in a year: that of 29 February on the 28th where the year has no 29th. */
export function birthdayIn(birthday: Birthday, year: number): Day {
  const [month, date] = [monthOfBirth(birthday), birthday % 100]
  return month === 2 && date === 29 ? dayOf(year, 3, 1) - 1 : dayOf(year, month, date)
}

/** The first day from `from` on, that one included, on which a birthday is kept. */
export function nextBirthday(birthday: Birthday, from: Day): Day {
  const year = Number(formatDay(from).slice(0, 4))
  const thisYear = birthdayIn(birthday, year)
  return thisYear >= from ? thisYear : birthdayIn(birthday, year + 1)
}

/** What computers write where there is no date: day 1 of Excel and of Unix. */
const ALWAYS_PLACEHOLDERS: readonly Birthday[] = [19_000_101, 19_700_101]
const MAY_SHARE = 5
const CLIENTS_PER_SHARE = 2000

/**
 * Full dates that are surely not birthdays: 1900-01-01, 1970-01-01, and those more than 5 clients share, and one more for
 * each 2,000 clients with a full date. Real ones spread over some 15,000 days, the fullest of which is expected to hold
 * one client of 10,000: that anybody's true birthday is taken for a placeholder happens in fewer than one salon in a
 * thousand, while a receptionist's 01.01.1990 is found at its seventh use in a salon of 2,000.
 */
export function placeholderBirthdays(birthdays: Iterable<Birthday>): Set<Birthday> {
  const clients = new Map<Birthday, number>()
  let full = 0
  for (const birthday of birthdays) {
    if (yearOfBirth(birthday) === null) continue
    full++
    clients.set(birthday, (clients.get(birthday) ?? 0) + 1)
  }
  const most = MAY_SHARE + Math.floor(full / CLIENTS_PER_SHARE)
  const shared = [...clients].filter(([, count]) => count > most).map(([birthday]) => birthday)
  return new Set([...ALWAYS_PLACEHOLDERS, ...shared])
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
