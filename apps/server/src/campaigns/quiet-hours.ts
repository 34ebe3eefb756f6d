/** Hours nobody is written to in, local `HH:mm`; over midnight when `from` is later than `to`. */
export interface QuietHours {
  from: string
  to: string
}

/**
 * The first instant from `now` on that is outside the quiet hours of a place: `now` itself, or when they end. Counted by
 * the clock on the wall there, so that a change to summer time moves nothing; an hour that is skipped is taken as the one
 * after it. Equal ends are no quiet hours.
 */
export function nextAllowed(now: Temporal.Instant, timeZone: string, quiet: QuietHours | null): Temporal.Instant {
  if (!quiet || quiet.from === quiet.to) return now
  const local = now.toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime()
  const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)]
  const isAfterFrom = Temporal.PlainTime.compare(time, from) >= 0
  const isBeforeTo = Temporal.PlainTime.compare(time, to) < 0
  const isOverMidnight = Temporal.PlainTime.compare(from, to) > 0
  if (isOverMidnight ? !isAfterFrom && !isBeforeTo : !(isAfterFrom && isBeforeTo)) return now
  const day = isOverMidnight && isAfterFrom ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  const end = day.toZonedDateTime({ timeZone, plainTime: to }).toInstant()
  // in the hour that comes twice the wall says "quiet" again after the end
  return Temporal.Instant.compare(end, now) > 0 ? end : now
}

/** The instant a local `YYYY-MM-DDTHH:mm` means; of an hour skipped by a clock change the one after, of one that comes twice the first. */
export function instantOf(local: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant()
}

/** The first moment from now on at which a message of a workspace may leave; in a practice salon nobody is woken. */
export function mayLeaveFrom(
  now: Date,
  { timeZone, practiceDay }: { timeZone: string; practiceDay: string | null },
  quiet: QuietHours | null,
): Date {
  if (practiceDay !== null) return now
  return new Date(nextAllowed(now.toTemporalInstant(), timeZone, quiet).epochMilliseconds)
}
