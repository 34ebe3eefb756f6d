import { parsePeriod } from '@comeback/retention'
import type { MonthHealth } from '../../api/types.ts'
import type { Span } from './overview-search.ts'

/** The latest months of the span chosen, oldest first. */
export function latest(months: readonly MonthHealth[], span: Span): MonthHealth[] {
  return span === 'all' ? [...months] : months.slice(-Number(span))
}

/** The latest month that is over, and the one before it. */
export function lastFull(months: readonly MonthHealth[]): { month: MonthHealth | null; before: MonthHealth | null } {
  const index = months.findLastIndex(({ partial }) => !partial)
  return { month: months[index] ?? null, before: months[index - 1] ?? null }
}

/** A month's name as the beginning of a sentence or a heading. */
export const capitalised = (text: string, language: string): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

/** The first day of `YYYY-MM`, as dates are formatted by. */
export const firstDay = (month: string): string => `${month}-01`

export const periodOfMonth = (month: string) => parsePeriod(month)!

/** Revenue of all clients: every one is either new or returning; `null` when no price is known. */
export function revenueOf({ revenue }: MonthHealth): number | null {
  if (revenue.new === null && revenue.returning === null) return null
  return (revenue.new ?? 0) + (revenue.returning ?? 0)
}

/** Appointments that fell through, of all; `null` without appointments, or where the data holds none of either kind. */
export function missedShare({ cancelledShare, noShowShare }: MonthHealth): number | null {
  return cancelledShare === null && noShowShare === null ? null : (cancelledShare ?? 0) + (noShowShare ?? 0)
}

/** The 70–80 % of METRICS §5 the share of regulars is looked at against. */
export const REFERENCE = { from: 0.7, to: 0.8 }
