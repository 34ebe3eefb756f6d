import { type Day, monthOf, monthStart } from './calendar.ts'

/** The calendar months of a span of days, looked up instead of computed. */
export interface Months {
  /** month of the first day, numbered as in {@link monthOf} */
  first: number
  count: number
  firstDay: Day
  /** months since `first` of the day `firstDay + i` */
  offset: Int32Array
}

/** The months from that of `firstDay` to that of `lastDay`, which is not before it. */
export function monthsBetween(firstDay: Day, lastDay: Day): Months {
  const first = monthOf(firstDay)
  const count = monthOf(lastDay) - first + 1
  const offset = new Int32Array(lastDay - firstDay + 1)
  for (let month = 1; month < count; month++) {
    const begin = monthStart(first + month) - firstDay
    offset.fill(month, begin, monthStart(first + month + 1) - firstDay)
  }
  return { first, count, firstDay, offset }
}

/** `YYYY-MM` of a month numbered as in {@link monthOf}. */
export function formatMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** Whether the month has days after `asOf`, so that not all of it is known yet. */
export function isPartial(month: number, asOf: Day): boolean {
  return asOf < monthStart(month + 1) - 1
}
