import { NO_DAY } from '@comeback/retention'
import { monthOfWord } from './months.ts'

/** Order of day and month in `03/04/2025`. */
export type DateOrder = 'dmy' | 'mdy'

const MS_PER_DAY = 86_400_000
/** Visits are no older: an earlier year is a slip. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2100
/** Days between Excel's day 0 (1899-12-30) and 1970-01-01, and the last serial there may be. */
const EXCEL_EPOCH = 25_569
const LAST_SERIAL = 73_415

/**
 * Reads one date, with or without a time, into its own fields: no object a cell. Knows ISO 8601 with and without an
 * offset, `DD.MM.YYYY`, `DD/MM/YYYY` and `DD-MM-YYYY` in the order given, written months, and Excel serials.
 */
export class DateReader {
  /** local day as written, NO_DAY after a failure */
  day = NO_DAY
  /** milliseconds after midnight; 0 without a time */
  time = 0
  hasTime = false
  /** minutes east of UTC as written, NaN when naive */
  offset = Number.NaN
  readonly #firstYear: number
  readonly #firstSerial: number

  /** @param firstYear dates before it do not exist; two digits of a year are of this century */
  constructor(firstYear = FIRST_YEAR) {
    this.#firstYear = firstYear
    this.#firstSerial = existingDay(firstYear, 1, 1, firstYear) + EXCEL_EPOCH
  }

  /** False when the text is no date, or one that does not exist (31.02.2025). A blank text is no date. */
  read(text: string, order: DateOrder): boolean {
    this.time = 0
    this.hasTime = false
    this.offset = Number.NaN
    const separator = text.charCodeAt(4)
    if (separator === DASH && text.charCodeAt(7) === DASH && text.length >= 10) {
      this.#setDay(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2))
      return this.#readTimeAfter(text, 10)
    }
    const third = text.charCodeAt(2)
    if (text.length >= 10 && third === text.charCodeAt(5) && (third === DOT || third === SLASH || third === DASH)) {
      const first = digits(text, 0, 2)
      const second = digits(text, 3, 2)
      const monthFirst = third !== DOT && order === 'mdy'
      this.#setDay(digits(text, 6, 4), monthFirst ? first : second, monthFirst ? second : first)
      return this.#readTimeAfter(text, 10)
    }
    return this.#readRare(text, order)
  }

  /** Reads a time of day on its own, such as `3:50:00 PM`; the day stays as it is. */
  readTime(text: string): boolean {
    const time = timeOf(text)
    if (time === null) return false
    this.time = time
    this.hasTime = true
    return true
  }

  #setDay(year: number, month: number, date: number): void {
    this.day = existingDay(year, month, date, this.#firstYear)
  }

  #readTimeAfter(text: string, at: number): boolean {
    if (this.day === NO_DAY) return false
    if (text.length === at) return true
    const gap = text.charCodeAt(at)
    if (gap !== SPACE && gap !== LETTER_T && gap !== COMMA) return false
    if (text.length === at + 6 || text.length === at + 9) {
      if (this.#readClock(text, at + 1)) return true
    }
    return this.#readLongTime(text.slice(at + 1).trim())
  }

  /** `HH:mm` or `HH:mm:ss` up to the end of the text. */
  #readClock(text: string, at: number): boolean {
    const hour = digits(text, at, 2)
    const minute = digits(text, at + 3, 2)
    const hasSeconds = text.length === at + 8
    const second = hasSeconds ? digits(text, at + 6, 2) : 0
    const colons = text.charCodeAt(at + 2) === COLON && (!hasSeconds || text.charCodeAt(at + 5) === COLON)
    if (!colons || !(hour < 24 && minute < 60 && second < 60)) return false
    this.time = ((hour * 60 + minute) * 60 + second) * 1000
    this.hasTime = true
    return true
  }

  #readLongTime(text: string): boolean {
    const withOffset = /^(.*?)\s*(Z|[+-]\d{2}(?::?\d{2})?)(?:\[[^\]]*\])?$/i.exec(text)
    if (withOffset && /\d:\d/.test(withOffset[1]!)) {
      const offset = offsetOf(withOffset[2]!)
      if (offset === null) return false
      this.offset = offset
      return this.readTime(withOffset[1]!)
    }
    return text === '' || this.readTime(text)
  }

  #readRare(text: string, order: DateOrder): boolean {
    this.day = NO_DAY
    const trimmed = text.trim()
    if (trimmed.length !== text.length) return this.read(trimmed, order)
    const numeric = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?=$|[\sT,])/.exec(text)
    if (numeric) {
      const [whole, first, separator, second, third] = numeric as unknown as [string, string, string, string, string]
      if (first.length === 4) this.#setDay(Number(first), Number(second), Number(third))
      else if (third.length === 2 || third.length === 4) {
        const monthFirst = separator !== '.' && order === 'mdy'
        const year = Number(third) + (third.length === 2 ? 2000 : 0)
        this.#setDay(year, Number(monthFirst ? first : second), Number(monthFirst ? second : first))
      }
      return this.#readTimeAfter(text, whole.length)
    }
    return this.#readSerial(text) || this.#readCompact(text) || this.#readWritten(text)
  }

  #readSerial(text: string): boolean {
    if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return false
    const serial = Number(text.replace(',', '.'))
    if (serial < this.#firstSerial || serial > LAST_SERIAL) return false
    this.day = Math.floor(serial) - EXCEL_EPOCH
    // serials are binary fractions of a day: whole seconds are what was meant
    const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
    this.time = Math.min(seconds, 86_399) * 1000
    this.hasTime = seconds > 0
    return true
  }

  #readCompact(text: string): boolean {
    const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/.exec(text)
    if (!match) return false
    this.#setDay(Number(match[1]), Number(match[2]), Number(match[3]))
    if (this.day === NO_DAY) return false
    return match[4] === undefined || this.readTime(`${match[4]}:${match[5]}:${match[6] ?? '00'}`)
  }

  /** `15 March 2025`, `Mar 15, 2025 3:50 PM`, `Sat, 15 Mar 2025`, `15 березня 2025 р., 10:00`. */
  #readWritten(text: string): boolean {
    const body = text.replace(/^\p{L}+\.?,?\s+(?=\d|\p{L}+\.? \d)/u, (day) => (monthOfWord(day) ? day : ''))
    const dayFirst = /^(\d{1,2})[\s-]+(\p{L}+)\.?[\s,-]+(\d{4})(?:\s*[рг]\.)?/u.exec(body)
    const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u.exec(body)
    const match = dayFirst ?? monthFirst
    if (!match) return false
    const date = Number(dayFirst ? match[1] : match[2])
    this.#setDay(Number(match[3]), monthOfWord((dayFirst ? match[2] : match[1])!), date)
    if (this.day === NO_DAY) return false
    const rest = body.slice(match[0].length).replace(/^[\s,]*(?:at|о|в)?[\s,]+/u, '')
    return rest === '' || this.#readLongTime(rest)
  }
}

/** The order a date written with slashes or dashes proves: one of its first two numbers is above 12. */
export function provenOrder(text: string): DateOrder | null {
  const match = /^\s*(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)/.exec(text)
  if (!match) return null
  const first = Number(match[1])
  const second = Number(match[2])
  if (first > 12 && second <= 12) return 'dmy'
  return second > 12 && first <= 12 ? 'mdy' : null
}

/** Whether the date could mean two days, as 03/04/2025 can. */
export function isAmbiguous(text: string): boolean {
  return /^\s*\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?!\d)/.test(text) && provenOrder(text) === null
}

const DASH = 45
const DOT = 46
const SLASH = 47
const COLON = 58
const SPACE = 32
const COMMA = 44
const LETTER_T = 84
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The number of `count` decimal digits at `from`; NaN when one is none. */
function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Day number without a Date object: this runs several times a row. NO_DAY when there is no such date. */
function existingDay(year: number, month: number, date: number, firstYear: number): number {
  if (!(year >= firstYear && year <= LAST_YEAR && month >= 1 && month <= 12 && date >= 1)) return NO_DAY
  if (date > MONTH_LENGTHS[month - 1]!) return NO_DAY
  if (month === 2 && date === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return NO_DAY
  // Howard Hinnant's days_from_civil, for years after 0
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Milliseconds after midnight of `15:50`, `3:50:00 PM`, `3pm`, or a fraction of a day as Excel has it. */
function timeOf(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim())
  if (match && (match[2] !== undefined || match[4] !== undefined)) {
    const hour = Number(match[1])
    const half = match[4]?.toLowerCase()
    if (half !== undefined && (hour < 1 || hour > 12)) return null
    const hour24 = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
    const minute = Number(match[2] ?? 0)
    const second = Number(match[3] ?? 0)
    return hour24 < 24 && minute < 60 && second < 60 ? ((hour24 * 60 + minute) * 60 + second) * 1000 : null
  }
  if (!/^0?[.,]\d+$/.test(text)) return null
  return (Math.round(Number(text.replace(',', '.')) * 86_400) * 1000) % MS_PER_DAY
}

function offsetOf(text: string): number | null {
  if (text.toUpperCase() === 'Z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(3).replace(':', '') || 0)
  if (hours > 18 || minutes > 59) return null
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
