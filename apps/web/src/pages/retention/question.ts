import {
  closesOn,
  type Day,
  formatDay,
  formatPeriod,
  formatReturnRule,
  nextPeriodRule,
  type Period,
  parseDay,
  parsePeriod,
  parseReturnRule,
  type ReturnRule,
  shiftPeriod,
} from '@comeback/retention'
import type { Question } from '../../api/queries.ts'
import type { RetentionSearch } from './retention-search.ts'

/** The question as the pickers need it; `next` follows the base period, so it is kept as a choice, not as dates. */
export interface Choice {
  base: Period
  rule: ReturnRule
  isNext: boolean
  asOf: Day
  /** what the address says that is no period, rule or day: the usual one is taken instead */
  misread: string[]
}

/** The latest period of a kind whose following one is over on `asOf`, so that its rate is known. */
export function lastClosed(kind: 'month' | 'quarter', asOf: Day): Period {
  let period = shiftPeriod(periodOf(kind, asOf), -1)
  while (closesOn(period, nextPeriodRule(period)) > asOf) period = shiftPeriod(period, -1)
  return period
}

/** The month, quarter or year a day lies in. */
export function periodOf(kind: 'month' | 'quarter' | 'year', day: Day): Period {
  const [year, month] = new Date(day * 86_400_000).toISOString().split('-') as [string, string]
  const text = { month: `${year}-${month}`, quarter: `${year}-Q${Math.ceil(Number(month) / 3)}`, year }[kind]
  return parsePeriod(text)!
}

/** Reads the address; what is missing or makes no sense falls back to the last month whose next one is over. */
export function readChoice(search: RetentionSearch, today: string): Choice {
  const misread: string[] = []
  const read = <T>(text: string | undefined, value: T | null): T | null => {
    if (text !== undefined && value === null) misread.push(text)
    return value
  }
  const asOf = read(search.asOf, parseDay(search.asOf ?? '')) ?? parseDay(today)!
  const base = read(search.base, parsePeriod(search.base ?? '')) ?? lastClosed('month', asOf)
  const asked = search.return ?? 'next'
  const parsed = parseReturnRule(asked, base)
  const rule = read(search.return, typeof parsed === 'string' ? null : parsed)
  return { base, rule: rule ?? nextPeriodRule(base), isNext: rule === null || asked === 'next', asOf, misread }
}

/** The address of a choice; a rule that no longer begins after its base becomes `next`. */
export function writeChoice(base: Period, rule: ReturnRule | 'next'): { base: string; return: string } {
  const overlaps = rule !== 'next' && rule.kind === 'period' && rule.from <= base.to
  return { base: formatPeriod(base), return: rule === 'next' || overlaps ? 'next' : formatReturnRule(rule) }
}

export function asQuestion(search: RetentionSearch, choice: Choice): Question {
  return {
    ...writeChoice(choice.base, choice.isNext ? 'next' : choice.rule),
    filter: search.filter ?? [],
    asOf: search.asOf === undefined ? undefined : formatDay(choice.asOf),
  }
}
