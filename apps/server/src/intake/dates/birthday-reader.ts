import type { Day } from '@comeback/retention'
import { type Birthday, birthdayOf, birthdayOn, NO_BIRTHDAY } from '../../birthday.ts'
import { type DateOrder, DateReader } from './dates.ts'
import { monthOfWord } from './months.ts'

/** What {@link BirthdayReader} answers for a text that is none. */
export const UNREADABLE_BIRTHDAY = -1

const FIRST_YEAR = 1900
/** A dash, zeros, a row of dots: somebody who had nothing to write. */
const NOTHING = /^[\s0./?_–—-]*$/
const SHORT_YEAR = /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)/
/** 2000 has a 29 February, so every day of a year exists in it. */
const LEAP_YEAR = 2000

/**
 * Reads birthdays: every form of a date that is read elsewhere, and a day and month alone (`14.03`, `03-14`, `--03-14`,
 * `14 березня`). Of two numbers after one another the one above 12 is the day; where neither is, a dot means day first,
 * a dash month first, as ISO 8601 has it, and a slash the order of the file's dates.
 */
export class BirthdayReader {
  readonly #date = new DateReader(FIRST_YEAR)
  readonly #order: DateOrder
  readonly #today: Day

  /** @param today later days are no birthdays */
  constructor(order: DateOrder, today: Day) {
    this.#order = order
    this.#today = today
  }

  /** The birthday, NO_BIRTHDAY for a blank cell, UNREADABLE_BIRTHDAY for one before 1900, to come, or no date at all. */
  read(text: string): Birthday {
    if (text === '') return NO_BIRTHDAY
    if (this.#date.read(text, this.#order)) return this.#past(text, this.#date.day)
    return NOTHING.test(text) ? NO_BIRTHDAY : this.#withoutYear(text.trim())
  }

  #past(text: string, day: Day): Birthday {
    if (day <= this.#today) return birthdayOn(day)
    // 14.03.85 is read as 2085
    if (!SHORT_YEAR.test(text)) return UNREADABLE_BIRTHDAY
    return birthdayOn(day) - birthdayOf(100, 0, 0)
  }

  #withoutYear(text: string): Birthday {
    const numbers = /^(--)?(\d{1,2})([./-])(\d{1,2})\.?$/.exec(text)
    if (numbers) {
      const [first, second] = [Number(numbers[2]), Number(numbers[4])]
      const monthFirst = numbers[1] !== undefined || this.#isMonthFirst(first, second, numbers[3]!)
      return this.#existing(monthFirst ? first : second, monthFirst ? second : first)
    }
    const dayFirst = /^(\d{1,2})[\s-]+(\p{L}+)\.?$/u.exec(text)
    if (dayFirst) return this.#existing(monthOfWord(dayFirst[2]!), Number(dayFirst[1]))
    const wordFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/u.exec(text)
    return wordFirst ? this.#existing(monthOfWord(wordFirst[1]!), Number(wordFirst[2])) : UNREADABLE_BIRTHDAY
  }

  #isMonthFirst(first: number, second: number, separator: string): boolean {
    if (first > 12 || second > 12) return second > 12
    return separator === '-' || (separator === '/' && this.#order === 'mdy')
  }

  #existing(month: number, date: number): Birthday {
    const exists = this.#date.read(`${LEAP_YEAR}-${pad(month)}-${pad(date)}`, 'dmy')
    return exists ? birthdayOf(0, month, date) : UNREADABLE_BIRTHDAY
  }
}

const pad = (value: number): string => String(value).padStart(2, '0')
