/**
 * Days as integers: day 0 is 1970-01-01, one unit is one local calendar day. The engine never sees a clock or a
 * time zone; whoever calls it turns instants into local days first (METRICS, ground rule 1).
 */
export type Day = number

/** Marks an unknown day in a column of days. */
export const NO_DAY = -0x80000000

const MS_PER_DAY = 86_400_000

/** Day number of a proleptic Gregorian date; `month` is 1–12. Out-of-range parts roll over, as in `Date.UTC`. */
export function dayOf(year: number, month: number, date: number): Day {
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, date)
  return Math.round(instant.getTime() / MS_PER_DAY)
}

/** `YYYY-MM-DD` of a day, `±YYYYYY-MM-DD` outside the years 0–9999. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().replace(/T.*/, '')
}

/** Day of a `YYYY-MM-DD` date, or `null` when it is not one or does not exist (2025-02-30). */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return formatDay(day) === text ? day : null
}

/** Calendar month of a day as one integer, `year · 12 + (month − 1)`: consecutive months differ by 1. */
export function monthOf(day: Day): number {
  const instant = new Date(day * MS_PER_DAY)
  return instant.getUTCFullYear() * 12 + instant.getUTCMonth()
}

/** First day of a month numbered as in {@link monthOf}. */
export function monthStart(month: number): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1)
}

/** Inclusive span of days, with the calendar kind it was asked for as: `next` depends on it. */
export interface Period {
  kind: 'month' | 'quarter' | 'year' | 'span'
  from: Day
  to: Day
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function calendarPeriod(kind: keyof typeof MONTHS, firstMonth: number): Period {
  return { kind, from: monthStart(firstMonth), to: monthStart(firstMonth + MONTHS[kind]) - 1 }
}

/** Reads `YYYY-MM`, `YYYY-Qn`, `YYYY` or `from..to` (inclusive dates); `null` when it is none of them or `to < from`. */
export function parsePeriod(text: string): Period | null {
  const calendar = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(text)
  if (calendar) {
    const january = Number(calendar[1]) * 12
    if (calendar[2]) return calendarPeriod('month', january + Number(calendar[2]) - 1)
    if (calendar[3]) return calendarPeriod('quarter', january + (Number(calendar[3]) - 1) * 3)
    return calendarPeriod('year', january)
  }
  const [first, last, rest] = text.split('..')
  if (first === undefined || last === undefined || rest !== undefined) return null
  const from = parseDay(first)
  const to = parseDay(last)
  return from === null || to === null || to < from ? null : { kind: 'span', from, to }
}

/** The text {@link parsePeriod} reads back to the same period. */
export function formatPeriod(period: Period): string {
  const [year, month] = formatDay(period.from).split('-')
  switch (period.kind) {
    case 'month':
      return `${year}-${month}`
    case 'quarter':
      return `${year}-Q${Math.floor((Number(month) + 2) / 3)}`
    case 'year':
      return `${year}`
    case 'span':
      return `${formatDay(period.from)}..${formatDay(period.to)}`
  }
}

/** The period `steps` after (negative: before) this one, of the same kind; a span moves by its own length. */
export function shiftPeriod(period: Period, steps: number): Period {
  if (period.kind === 'span') {
    const length = period.to - period.from + 1
    return { kind: 'span', from: period.from + steps * length, to: period.to + steps * length }
  }
  return calendarPeriod(period.kind, monthOf(period.from) + steps * MONTHS[period.kind])
}
