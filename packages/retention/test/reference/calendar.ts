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

const DURATIONS = { month: { months: 1 }, quarter: { months: 3 }, year: { years: 1 } }

/** `next`: the following period of the same kind; a span of n days is followed by the n days after it. */
export function nextPeriod(base: { kind: 'month' | 'quarter' | 'year' | 'span'; from: number; to: number }) {
  const from = base.to + 1
  if (base.kind === 'span') return { from, to: base.to + (base.to - base.from + 1) }
  const followingStart = dateOf(from).add(DURATIONS[base.kind])
  return { from, to: dayOfDate(followingStart) - 1 }
}
