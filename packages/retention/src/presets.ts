import { type Day, type Period, shiftPeriod } from './calendar.ts'
import { firstRowFrom } from './columns.ts'
import { groupsOf, isNew } from './grouping.ts'
import type { ReturnQuery } from './query.ts'
import { retentionReport } from './report.ts'
import { forEachServed, type ServedRun } from './served-runs.ts'
import type { Visits } from './visits.ts'

/** Tools an owner may have a number from (METRICS §11). */
export const PRESETS = ['dikidi', 'altegio', 'kpibi', 'zenoti', 'boulevard', 'salonbiz', 'mytime', 'square'] as const
export type Preset = (typeof PRESETS)[number]

interface Span {
  from: Day
  to: Day
}

/** The tool's rule as applied: whose clients, which days or how many days decide. */
export interface PresetRule {
  base: Span
  back: Span | null
  days: number | null
}

export interface ToolNumber {
  preset: Preset
  rule: PresetRule
  numerator: number
  denominator: number
  /** clients of the denominator the tool takes for lost although their time is not over yet */
  open: number
  /** numerator / denominator, 0–1; `null` with its reason */
  rate: number | null
  reason: 'noClients' | 'noPhones' | null
  /** the rate of the retention report for the same question; `null` with its reason */
  ours: number | null
  oursReason: 'noClients' | 'notOver' | null
}

export interface PresetOptions {
  /** whether a phone of the client is known; without it Altegio's number, which leaves out the others, is `null` */
  hasPhone?: (client: number) => boolean
}

const SALONBIZ_DAYS = 90
const MYTIME_DAYS = [30, 45, 60, 90]
const BOULEVARD_DAYS = { fewest: 30, most: 180 }
const DAYS_PER_YEAR = 365

/**
 * The question asked of this report as other tools would answer it from the same data, each by its published rule and
 * without waiting until the time to return is over. Where a tool asks for a number of days the query's are taken (of a
 * `period` rule the length of the second period), drawn to what the tool offers.
 */
export function otherTools(visits: Visits, query: ReturnQuery, options: PresetOptions = {}): ToolNumber[] {
  const { total, over } = retentionReport(visits, { ...query, by: 'all' })
  const oursReason = over ? (total.served === 0 ? 'noClients' : null) : 'notOver'
  return PRESETS.map((preset) => {
    const { rule, numerator, denominator, open } = numberOf(preset, visits, query, options)
    const reason = preset === 'altegio' && !options.hasPhone ? 'noPhones' : denominator === 0 ? 'noClients' : null
    const rate = reason === null ? numerator / denominator : null
    return { preset, rule, numerator, denominator, open, rate, reason, ours: total.rate, oursReason }
  })
}

type Answer = Pick<ToolNumber, 'rule' | 'numerator' | 'denominator' | 'open'>

function numberOf(preset: Preset, visits: Visits, query: ReturnQuery, { hasPhone }: PresetOptions): Answer {
  const { base, asOf, rule: asked } = query
  const second = asked.kind === 'period' ? spanOf(asked) : spanOf(shiftPeriod(base, 1))
  const days = asked.kind === 'window' ? asked.days : lengthOf(asked)
  switch (preset) {
    case 'dikidi':
      return backWithin(visits, query, { base: spanOf(base), back: second, days: null }, () => second)
    case 'altegio': {
      const lossDays = asked.kind === 'window' ? days : lengthOf(base)
      const loss: Period = { kind: 'span', from: second.from - lossDays, to: second.from - 1 }
      const rule = { base: spanOf(loss), back: second, days: lossDays }
      return backWithin(visits, { ...query, base: loss }, rule, ({ client }) => (hasPhone?.(client) ? second : null))
    }
    case 'kpibi':
      return returningOfAllBefore(visits, query)
    case 'zenoti': {
      const back = { from: base.to + 1, to: base.to + days }
      return backWithin(visits, query, { base: spanOf(base), back, days }, () => back)
    }
    case 'boulevard': {
      const within = Math.min(Math.max(days, BOULEVARD_DAYS.fewest), BOULEVARD_DAYS.most)
      return backWithin(visits, query, windowRule(base, within), ({ first }) => after(visits.day[first]!, within))
    }
    case 'salonbiz':
      return backWithin(visits, query, windowRule(base, SALONBIZ_DAYS), ({ last }) =>
        after(visits.day[last]!, SALONBIZ_DAYS),
      )
    case 'mytime': {
      const within = nearest(MYTIME_DAYS, days)
      return backToSameStaff(visits, query, windowRule(base, within), within)
    }
    case 'square': {
      const before = { from: base.from - DAYS_PER_YEAR, to: base.from - 1 }
      const rule = { base: spanOf(base), back: before, days: null }
      return count(rule, visits, query, ({ client }) => ({
        counts: rowsBetween(visits, client, before, asOf) !== null,
        open: false,
      }))
    }
  }
}

/** Clients of the base with a visit in the span of days that is theirs; `null` leaves a client out. */
function backWithin(visits: Visits, query: ReturnQuery, rule: PresetRule, spanFor: (run: ServedRun) => Span | null) {
  return count(rule, visits, query, (run) => {
    const span = spanFor(run)
    if (!span) return null
    const counts = rowsBetween(visits, run.client, span, query.asOf) !== null
    return { counts, open: !counts && query.asOf < span.to }
  })
}

/** MyTime: back to the master of the last visit's main line. */
function backToSameStaff(visits: Visits, query: ReturnQuery, rule: PresetRule, days: number): Answer {
  const groups = groupsOf(visits, 'staff', query.base)
  if (groups.level !== 'line') throw new TypeError('staff belong to lines')
  const staffOf = (row: number) => groups.of[groups.column[row]!]!
  return count(rule, visits, query, ({ client, last }) => {
    const span = after(visits.day[last]!, days)
    const rows = rowsBetween(visits, client, span, query.asOf)
    let counts = false
    for (let row = rows?.from ?? 0; row < (rows?.to ?? 0); row++) counts ||= staffOf(row) === staffOf(last)
    return { counts, open: !counts && query.asOf < span.to }
  })
}

/** KPI.bi: clients of the base who are not new, of all clients ever seen before it. */
function returningOfAllBefore(visits: Visits, query: ReturnQuery): Answer {
  const { base } = query
  let numerator = 0
  forEachServed(visits, query, ({ client }) => {
    if (!isNew(visits, client, base)) numerator++
  })
  let denominator = 0
  const everBefore: Period = { kind: 'span', from: Math.min(visits.firstDay, base.from - 1), to: base.from - 1 }
  forEachServed(visits, { ...query, base: everBefore }, () => {
    denominator++
  })
  return { rule: { base: spanOf(base), back: null, days: null }, numerator, denominator, open: 0 }
}

function count(
  rule: PresetRule,
  visits: Visits,
  query: ReturnQuery,
  judge: (run: ServedRun) => { counts: boolean; open: boolean } | null,
): Answer {
  const answer = { rule, numerator: 0, denominator: 0, open: 0 }
  forEachServed(visits, query, (run) => {
    const judged = judge(run)
    if (!judged) return
    answer.denominator++
    if (judged.counts) answer.numerator++
    if (judged.open) answer.open++
  })
  return answer
}

/** The client's rows within a span of days and up to the as-of date; `null` when there are none. */
function rowsBetween(
  visits: Visits,
  client: number,
  { from, to }: Span,
  asOf: Day,
): { from: number; to: number } | null {
  const end = visits.clientStart[client + 1]!
  const first = firstRowFrom(visits.day, visits.clientStart[client]!, end, from)
  const behind = firstRowFrom(visits.day, first, end, Math.min(to, asOf) + 1)
  return first < behind ? { from: first, to: behind } : null
}

function spanOf({ from, to }: Span): Span {
  return { from, to }
}

function windowRule(base: Span, days: number): PresetRule {
  return { base: spanOf(base), back: null, days }
}

function after(day: Day, days: number): Span {
  return { from: day + 1, to: day + days }
}

function lengthOf({ from, to }: Span): number {
  return to - from + 1
}

function nearest(offered: readonly number[], wanted: number): number {
  return offered.reduce((best, each) => (Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best))
}
