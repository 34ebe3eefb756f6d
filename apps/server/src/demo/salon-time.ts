import { type Day, dayOf, formatDay, monthOf } from '@comeback/retention'

/** Minutes of local time since 1970-01-01 00:00; the demo has no time zones, its file holds local times. */
export type Moment = number

export const MINUTES_PER_DAY = 1440
export const OPENS = 9 * 60
export const CLOSES = 20 * 60

/** The salon moved to its booking system on the first day; on the last one the file was exported, after closing. */
export const FIRST_DAY: Day = dayOf(2023, 4, 6)
export const LAST_DAY: Day = dayOf(2026, 4, 5)
export const EXPORTED_AT: Moment = LAST_DAY * MINUTES_PER_DAY + 21 * 60

/** New Year, Christmas and Easter: nobody works. */
const CLOSED = new Set([
  ...[2023, 2024, 2025].map((year) => dayOf(year, 12, 25)),
  ...[2024, 2025, 2026].map((year) => dayOf(year, 1, 1)),
  ...[dayOf(2023, 4, 16), dayOf(2024, 5, 5), dayOf(2025, 4, 20), dayOf(2026, 4, 12)],
])

export const isHoliday = (day: Day): boolean => CLOSED.has(day)

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (day: Day): number => (day + 3) % 7

export const dayOfMoment = (moment: Moment): Day => Math.floor(moment / MINUTES_PER_DAY)

export const at = (day: Day, minute: number): Moment => day * MINUTES_PER_DAY + minute

/** `2025-12-03T14:30`, as the visit file has it. */
export function formatMoment(moment: Moment): string {
  const minute = moment % MINUTES_PER_DAY
  const two = (value: number) => String(value).padStart(2, '0')
  return `${formatDay(dayOfMoment(moment))}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** 0 January … 11 December. */
export const monthOfYear = (day: Day): number => monthOf(day) % 12
