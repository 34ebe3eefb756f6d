import { formatDay, type Period, parsePeriod } from './calendar.ts'
import { type Filter, GROUPINGS, type Grouping, nextPeriodRule, type ReturnRule } from './query.ts'

/** Why a text is no return rule for this base period. */
export type RuleProblem = 'malformed' | 'beginsBeforeBaseEnds'

/** Reads `next`, `60d` (1–3650 days), `from..to` or a calendar period such as `2026-01`. */
export function parseReturnRule(text: string, base: Period): ReturnRule | RuleProblem {
  if (text === 'next') return nextPeriodRule(base)
  const days = /^(\d{1,4})d$/.exec(text)
  if (days) {
    const count = Number(days[1])
    return count >= 1 && count <= 3650 ? { kind: 'window', days: count } : 'malformed'
  }
  const period = parsePeriod(text)
  if (!period) return 'malformed'
  return period.from > base.to ? { kind: 'period', from: period.from, to: period.to } : 'beginsBeforeBaseEnds'
}

/** The text {@link parseReturnRule} reads back to the same rule. */
export function formatReturnRule(rule: ReturnRule): string {
  return rule.kind === 'window' ? `${rule.days}d` : `${formatDay(rule.from)}..${formatDay(rule.to)}`
}

export function isGrouping(text: string): text is Grouping {
  return (GROUPINGS as readonly string[]).includes(text)
}

/** Reads `field=value` (the value may hold the separator again, and may be empty: "no value"); `null` otherwise. */
export function parseFilter(text: string, separator: '=' | ':' = '='): Filter | null {
  const at = text.indexOf(separator)
  const field = text.slice(0, at)
  if (at < 0 || !isGrouping(field) || field === 'all') return null
  const value = text.slice(at + 1)
  if (field === 'newness' && value !== 'new' && value !== 'returning') return null
  return { field, values: [value] }
}
