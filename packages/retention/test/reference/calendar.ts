/** Calendar arithmetic through Temporal, which the engine does not use. Day 0 is 1970-01-01. */
const EPOCH = Temporal.PlainDate.from('1970-01-01')

export function dateOf(day: number): Temporal.PlainDate {
  return EPOCH.add({ days: day })
}

export function dayOfDate(date: Temporal.PlainDate): number {
  return EPOCH.until(date, { largestUnit: 'day' }).days
}

export function dayOfText(text: string): number {
  return dayOfDate(Temporal.PlainDate.from(text))
}

/** Calendar months from the month of one day to the month of another. */
export function monthsBetween(earlier: number, later: number): number {
  const [a, b] = [dateOf(earlier), dateOf(later)]
  return (b.year - a.year) * 12 + (b.month - a.month)
}

/** Months counted as year · 12 + (month − 1). */
export function monthNumber(day: number): number {
  const date = dateOf(day)
  return date.year * 12 + date.month - 1
}

/** Last day of a month counted so. */
export function lastDayOf(month: number): number {
  const first = Temporal.PlainDate.from({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 })
  return dayOfDate(first.with({ day: first.daysInMonth }))
}

const DURATIONS = { month: { months: 1 }, quarter: { months: 3 }, year: { years: 1 } }

/** `next`: the following period of the same kind; a span of n days is followed by the n days after it. */
export function nextPeriod(base: { kind: 'month' | 'quarter' | 'year' | 'span'; from: number; to: number }) {
  const from = base.to + 1
  if (base.kind === 'span') return { from, to: base.to + (base.to - base.from + 1) }
  const followingStart = dateOf(from).add(DURATIONS[base.kind])
  return { from, to: dayOfDate(followingStart) - 1 }
}
