import {
  newcombe,
  nextPeriodRule,
  type Period,
  type ReportQuery,
  type RetentionReport,
  type ReturnRule,
  retentionReport,
  shiftPeriod,
  type Visits,
} from '@comeback/retention'

export interface ReportWithPrevious extends RetentionReport {
  /** the period before under the same rule; `null` when it ends before the data begins */
  previous: (RetentionReport & { change: Change | null }) | null
}

/** Difference of the two rates with its 95 % interval; `null` unless both periods' time is over. */
interface Change {
  difference: number
  low: number
  high: number
  /** the interval leaves out 0 */
  significant: boolean
}

/** A report and the total of the period before it, of the same kind and under the same rule. */
export function reportWithPrevious(visits: Visits, query: ReportQuery): ReportWithPrevious {
  const report = retentionReport(visits, query)
  const base = shiftPeriod(query.base, -1)
  if (base.to < visits.firstDay) return { ...report, previous: null }
  const before = retentionReport(visits, { ...query, base, rule: ruleBefore(query, base), by: 'all' })
  return { ...report, previous: { ...before, change: changeBetween(report, before) } }
}

function ruleBefore({ base, rule }: ReportQuery, before: Period): ReturnRule {
  if (rule.kind === 'window') return rule
  const next = nextPeriodRule(base)
  if (next.kind === 'period' && next.from === rule.from && next.to === rule.to) return nextPeriodRule(before)
  const shift = base.from - before.from
  return { kind: 'period', from: rule.from - shift, to: rule.to - shift }
}

function changeBetween(now: RetentionReport, before: RetentionReport): Change | null {
  if (!now.over || !before.over) return null
  const change = newcombe(now.total.returned, now.total.served, before.total.returned, before.total.served)
  return change && { ...change, significant: change.low > 0 || change.high < 0 }
}
