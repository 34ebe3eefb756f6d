import { parsePeriod, parseReturnRule } from '@comeback/retention'
import type { GroupRule, Range } from '@comeback/server/groups/rule'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'

/** A rule in words, as one reads it in a list: "lost: Q4 2025 → Q1 2026; and 3 visits or more". */
export function useRuleText(): (rule: GroupRule) => string {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const baseName = useBaseName()
  const returnName = useReturnName()
  const within = <T>({ from, to }: Range<T>, show: (value: T) => string): string => {
    if (from !== null && to !== null) return `${show(from)} – ${show(to)}`
    return from !== null
      ? say('groups.said.from', { value: show(from) })
      : say('groups.said.to', { value: show(to as T) })
  }
  const named = (values: string[]) => values.map((value) => value || say('groups.noValue')).join(', ')
  const text = (rule: GroupRule): string => {
    switch (rule.kind) {
      case 'and':
      case 'or': {
        const parts = rule.rules.map((each) =>
          each.kind === 'and' || each.kind === 'or' ? `(${text(each)})` : text(each),
        )
        return parts.join(rule.kind === 'and' ? '; ' : ` ${say('groups.said.or')} `)
      }
      case 'not':
        return say('groups.said.not', { rule: 'rules' in rule.rule ? `(${text(rule.rule)})` : text(rule.rule) })
      case 'outcome': {
        const about = [
          `${baseName(rule.base)} → ${returnName(rule.base, rule.return)}`,
          ...rule.filter.map((each) => each.split(':')[1]),
        ]
        return `${say(`groups.outcome.${rule.outcome}`)}: ${about.join(', ')}`
      }
      case 'rhythm':
        return rule.states.map((state) => say(`people.state.${state}`)).join(' / ')
      case 'daysSince':
        return `${say('groups.said.daysSince')} ${within(rule, (days) => say('common.days', { count: days }))}`
      case 'lastVisit':
        return `${say('groups.said.lastVisit')} ${within(rule, formats.shortDate)}`
      case 'visits':
      case 'bonus':
        return `${say(`groups.said.${rule.kind}`)} ${within(rule, formats.number)}`
      case 'surveyScore': {
        const score = `${say('groups.said.surveyScore')} ${within(rule, formats.number)}`
        return rule.withinDays === null ? score : `${score}, ${say('groups.said.within', { count: rule.withinDays })}`
      }
      case 'spend':
      case 'ticket':
        return `${say(`groups.said.${rule.kind}`)} ${within(rule, (minor) => formats.money(minor, currency))}`
      case 'source':
        return `${say('groups.condition.source')}: ${named(rule.values)}`
      case 'birthday':
        if (rule.days === 0) return say('groups.said.birthdayToday')
        return rule.days === null
          ? say('groups.said.birthdayMonth', { month: formats.monthName(rule.month ?? 1) })
          : say('groups.said.birthdaySoon', { days: say('common.days', { count: rule.days }) })
      case 'share':
        return say('groups.said.share', { share: formats.percent(rule.percent / 100) })
      default:
        return `${say(`groups.said.${rule.kind}`)} (${say(`groups.when.${rule.when}`)}): ${named(rule.values)}`
    }
  }
  return text
}

/** "Q4 2025", or "the quarter before last" of one counted back. */
export function useBaseName(): (base: string) => string {
  const { say, periods } = useWords()
  return (base) => {
    const back = /^(month|quarter|year)-(\d+)$/.exec(base)
    if (back) {
      const kind = back[1] as 'month' | 'quarter' | 'year'
      const count = Number(back[2])
      return count === 1 ? say(`groups.last.${kind}`) : say(`groups.back.${kind}`, { count })
    }
    const period = parsePeriod(base)
    return period ? periods.name(period) : base
  }
}

/** "within 60 days", "Q1 2026", or "the next period" of a base that moves. */
export function useReturnName(): (base: string, rule: string) => string {
  const { say, periods } = useWords()
  return (base, rule) => {
    const period = parsePeriod(base)
    if (!period && rule === 'next') return say('groups.nextPeriod')
    const days = /^(\d+)d$/.exec(rule)
    if (days) return say('periods.within', { count: Number(days[1]) })
    const read = period ? parseReturnRule(rule, period) : 'malformed'
    return typeof read === 'string' ? rule : periods.rule(read)
  }
}
