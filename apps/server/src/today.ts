import { dayOf } from '@comeback/retention'

/** Today's day number in a time zone. */
export function todayIn(timeZone: string, now: Temporal.Instant = Temporal.Now.instant()): number {
  const { year, month, day } = now.toZonedDateTimeISO(timeZone)
  return dayOf(year, month, day)
}
