import { dayOf, formatDay, type Period, type ReturnRule } from '@comeback/retention'
import type { Catalogue } from './catalogue.ts'
import { type Formats, formatsOf } from './format.ts'
import type { Say } from './index.ts'
import { useText } from './index.ts'
import type { Language } from './languages.ts'

export interface PeriodWords {
  /** as a name: "December 2025", "Q4 2025", "3–17 December 2025" */
  name: (period: Period) => string
  /** as an answer to when: "in December 2025" */
  when: (period: Period) => string
  /** a rule as a name: "January 2026", "within 60 days" */
  rule: (rule: ReturnRule) => string
  /** a rule in the question: "in January 2026", "within 60 days" */
  ruleWhen: (rule: ReturnRule) => string
}

/** The calendar period a span happens to be (`from..to` of a month, quarter or year), so that it is named as one. */
export function asCalendar({ from, to }: Pick<Period, 'from' | 'to'>): Period {
  const [year, month, day] = formatDay(from).split('-').map(Number) as [number, number, number]
  const lasts = (months: number) => day === 1 && to === dayOf(year, month + months, 1) - 1
  if (lasts(1)) return { kind: 'month', from, to }
  if (lasts(3) && month % 3 === 1) return { kind: 'quarter', from, to }
  if (lasts(12) && month === 1) return { kind: 'year', from, to }
  return { kind: 'span', from, to }
}

function build(language: Language, say: Say, words: Catalogue['periods'], formats: Formats): PeriodWords {
  const parts = (period: Period) => {
    const [year, month] = formatDay(period.from).split('-').map(Number) as [number, number]
    return { year: String(year), month, quarter: Math.ceil(month / 3) }
  }
  const name = (period: Period) => {
    const { year, quarter } = parts(period)
    if (period.kind === 'month') return formats.month(formatDay(period.from))
    if (period.kind === 'quarter') return say('periods.quarter', { quarter, year })
    if (period.kind === 'year') return say('periods.year', { year })
    return formats.dates(formatDay(period.from), formatDay(period.to))
  }
  const when = (period: Period) => {
    const { year, month, quarter } = parts(period)
    if (period.kind === 'month') return `${words.monthsIn[month - 1]} ${year}`
    if (period.kind === 'quarter') return `${words.quartersIn[quarter - 1]} ${year}`
    if (period.kind === 'year') return say('periods.yearIn', { year })
    return name(period)
  }
  const within = (days: number) => say('periods.within', { count: days })
  // In Ukrainian "у" becomes "в" after the vowel that ends "повернувся".
  const afterVowel = (text: string) => (language === 'uk' ? text.replace(/^у /, 'в ') : text)
  return {
    name,
    when,
    rule: (rule) => (rule.kind === 'window' ? within(rule.days) : name(asCalendar(rule))),
    ruleWhen: (rule) => (rule.kind === 'window' ? within(rule.days) : afterVowel(when(asCalendar(rule)))),
  }
}

/** Formats and period names of the page's language, beside its words. */
export function useWords() {
  const { say, language, words } = useText()
  const formats = formatsOf(language)
  return { say, language, words, formats, periods: build(language, say, words.periods, formats) }
}
