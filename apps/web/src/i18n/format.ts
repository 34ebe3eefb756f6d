import { type Language, LOCALES } from './languages.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/** A local day is no instant: it is formatted as midnight UTC in UTC, so no time zone can move it. */
const instant = (day: string) => new Date(`${day}T00:00:00Z`)

/** A hyphen before digits is no minus: browsers write one in some languages. */
const withMinus = (text: string) => text.replace('-', MINUS)

/** Ukrainian and Russian put "р." and "г." after the year, which a heading does not need. */
const withoutYearMark = (text: string) => text.replace(/(?<=\d)[\s\u00a0](р|г)\.?$/u, '')

export interface Formats {
  /** 5 April 2026 */
  date: (day: string) => string
  /** 5 Apr 2026 */
  shortDate: (day: string) => string
  /** 3–17 December 2025 */
  dates: (from: string, to: string) => string
  /** 3–17 Dec 2025 */
  shortDates: (from: string, to: string) => string
  /** an instant in the browser's time zone: 5 Apr 2026, 18:22 */
  moment: (instant: string) => string
  /** an instant by the clocks of a time zone (the salon's), wherever the browser is: 5 Apr 2026, 18:22 */
  momentIn: (instant: string, timeZone: string) => string
  /** a day and hour of a clock on the wall, `2026-04-05T18:22`, which no time zone moves */
  clock: (wall: string) => string
  month: (day: string) => string
  /** the month's name alone, cut short: Dec */
  shortMonth: (day: string) => string
  /** the name of month 1–12, whole */
  monthName: (month: number) => string
  /** a day without its year: 14 March */
  dayMonth: (day: string) => string
  /** Dec 2025 */
  shortMonthYear: (day: string) => string
  number: (value: number) => string
  /** a number with so many digits behind the point: 0.03 */
  decimal: (value: number, digits: number) => string
  /** a share 0–1 in whole per cents: 19 % */
  percent: (share: number) => string
  /** an interval of shares: 9–36 % */
  percents: (low: number, high: number) => string
  /** a difference of shares in points, signed: +2.4 */
  points: (difference: number) => string
  /** minor units of a currency, whole units only from 100 units on */
  money: (minor: number, currency: string) => string
  /** minor units as whole units without the currency's sign, for cells of a table */
  amount: (minor: number, currency: string) => string
  /** bytes: 1.2 MB */
  size: (bytes: number) => string
}

function build(language: Language): Formats {
  const locale = LOCALES[language]
  const days = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const long = days({ day: 'numeric', month: 'long', year: 'numeric' })
  const short = days({ day: 'numeric', month: 'short', year: 'numeric' })
  const month = days({ month: 'long', year: 'numeric' })
  const shortMonth = days({ month: 'short' })
  const shortMonthYear = days({ month: 'short', year: 'numeric' })
  const monthName = days({ month: 'long' })
  const dayMonth = days({ day: 'numeric', month: 'long' })
  const plain = new Intl.NumberFormat(locale)
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const size = (unit: 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const momentIn = (text: string, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(text))
  const sign = language === 'en' ? '%' : `${NBSP}%`
  const whole = (share: number) => plain.format(Math.round(share * 100))
  return {
    date: (day) => withoutYearMark(long.format(instant(day))),
    shortDate: (day) => withoutYearMark(short.format(instant(day))),
    dates: (from, to) => withoutYearMark(long.formatRange(instant(from), instant(to))),
    shortDates: (from, to) => withoutYearMark(short.formatRange(instant(from), instant(to))),
    moment: (text) => moment.format(new Date(text)),
    momentIn,
    clock: (wall) => momentIn(`${wall}Z`, 'UTC'),
    month: (day) => withoutYearMark(month.format(instant(day))),
    shortMonth: (day) => shortMonth.format(instant(day)),
    monthName: (number) => monthName.format(Date.UTC(2000, number - 1, 1)),
    dayMonth: (day) => dayMonth.format(instant(day)),
    shortMonthYear: (day) => withoutYearMark(shortMonthYear.format(instant(day))),
    number: (value) => withMinus(plain.format(value)),
    decimal: (value, digits) => value.toLocaleString(locale, { maximumFractionDigits: digits }),
    percent: (share) => whole(share) + sign,
    percents: (low, high) => `${whole(low)}–${whole(high)}${sign}`,
    points: (difference) => withMinus(signed.format(difference * 100)),
    money: (minor, currency) => withMinus(money(locale, minor, currency)),
    amount: (minor, currency) => plain.format(Math.round(minor / 10 ** digitsOf(locale, currency))),
    size: (bytes) => {
      if (bytes < 1024 * 1024) return size('kilobyte').format(Math.max(bytes / 1024, 0.1))
      return size('megabyte').format(bytes / 1024 / 1024)
    },
  }
}

function digitsOf(locale: string, currency: string): number {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

function money(locale: string, minor: number, currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const full = new Intl.NumberFormat(locale, style)
  const digits = full.resolvedOptions().maximumFractionDigits ?? 2
  const major = minor / 10 ** digits
  if (Math.abs(major) < 100 && !Number.isInteger(major)) return full.format(major)
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0, minimumFractionDigits: 0 }).format(major)
}

const built = new Map<Language, Formats>()

/** Dates, numbers and money the way the language writes them. */
export function formatsOf(language: Language): Formats {
  const formats = built.get(language) ?? build(language)
  built.set(language, formats)
  return formats
}
