import { type Day, type Period, shiftPeriod } from './calendar.ts'

/** When a served client counts as returned (METRICS §1): in a second period, or within days of the anchor visit. */
export type ReturnRule = { kind: 'period'; from: Day; to: Day } | { kind: 'window'; days: number }

export const GROUPINGS = ['all', 'staff', 'service', 'category', 'location', 'source', 'newness'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Values of one field, any of which will do; '' stands for "no value", newness knows `new` and `returning`. */
export interface Filter {
  field: Exclude<Grouping, 'all'>
  values: readonly string[]
}

/** Which visits are asked about. The same field twice in `filters` means or, different fields and. */
export interface Selection {
  base: Period
  filters: readonly Filter[]
  /** the report is the truth as known at the end of this day */
  asOf: Day
}

export interface ReturnQuery extends Selection {
  rule: ReturnRule
}

export interface ReportQuery extends ReturnQuery {
  by: Grouping
}

/** The rule that asks for a visit in the period of the same kind following the base. */
export function nextPeriodRule(base: Period): ReturnRule {
  const { from, to } = shiftPeriod(base, 1)
  return { kind: 'period', from, to }
}

/** The day at whose end the time to return is over for every client of the base period. */
export function closesOn(base: Period, rule: ReturnRule): Day {
  return rule.kind === 'period' ? rule.to : base.to + rule.days
}
