import { type Day, dayOf, parseDay } from '@comeback/retention'

/** Whether a name is one of the IANA time zones; offsets such as +02:00 are none. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Today's day number in a time zone. */
export function todayIn(timeZone: string, now: Temporal.Instant = Temporal.Now.instant()): number {
  const { year, month, day } = now.toZonedDateTimeISO(timeZone)
  return dayOf(year, month, day)
}

/** The moment the clocks of a workspace show: in a practice salon this time of the day it has been played on to. */
export function salonMoment(
  { timeZone, practiceDay }: { timeZone: string; practiceDay: string | null },
  now: Date = new Date(),
): Date {
  if (practiceDay === null) return now
  const plainTime = now.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainTime()
  return new Date(Temporal.PlainDate.from(practiceDay).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
}

/** Today's day number in a workspace: a practice salon's is the day it has been played on to. */
export function todayOf(
  { timeZone, practiceDay }: { timeZone: string; practiceDay: string | null },
  now: Temporal.Instant = Temporal.Now.instant(),
): Day {
  return practiceDay === null ? todayIn(timeZone, now) : parseDay(practiceDay)!
}
