import { LARGEST_DETRACTOR } from '@comeback/retention'
import type { GroupRule } from '@comeback/server/groups/rule'
import type { TextKey } from '../../i18n/catalogue.ts'

/** Conditions of which all or any must hold. */
export interface Together {
  kind: 'and' | 'or'
  rules: GroupRule[]
}
/** A single condition, neither several nor a negated one. */
export type Condition = Exclude<GroupRule, { kind: 'and' | 'or' | 'not' }>
export type ConditionKind = Condition['kind']

export const isTogether = (rule: GroupRule): rule is Together => rule.kind === 'and' || rule.kind === 'or'
export const isCondition = (rule: GroupRule): rule is Condition => !isTogether(rule) && rule.kind !== 'not'

/** The kinds of conditions as the menu groups them. */
export const KINDS = {
  return: ['outcome', 'rhythm', 'daysSince', 'lastVisit'],
  money: ['visits', 'spend', 'ticket', 'bonus'],
  what: ['staff', 'service', 'category', 'location', 'source'],
  chance: ['birthday', 'surveyScore', 'share'],
} as const satisfies Record<string, ConditionKind[]>

/** A new condition, filled in with what is meant most often. */
export function newCondition(kind: ConditionKind): Condition {
  switch (kind) {
    case 'outcome':
      return { kind, base: 'quarter-2', return: 'next', outcome: 'lost', filter: [] }
    case 'rhythm':
      return { kind, states: ['due', 'atRisk'] }
    case 'daysSince':
      return { kind, from: 60, to: null }
    case 'lastVisit':
      return { kind, from: null, to: null }
    case 'bonus':
      return { kind, from: 1, to: null }
    case 'visits':
      return { kind, from: 3, to: null }
    case 'surveyScore':
      return { kind, from: null, to: LARGEST_DETRACTOR, withinDays: null }
    case 'spend':
    case 'ticket':
      return { kind, from: null, to: null }
    case 'source':
      return { kind, values: [] }
    case 'birthday':
      return { kind, days: 7, month: null }
    case 'share':
      return { kind, percent: 50, seed: Math.floor(Math.random() * 2 ** 31) }
    default:
      return { kind, values: [], when: 'last' }
  }
}

/** The rule as the builder shows it: always several conditions together, if only one. */
export function toDraft(rule: GroupRule | null): Together {
  if (rule?.kind === 'and' || rule?.kind === 'or') return { kind: rule.kind, rules: rule.rules }
  return { kind: 'and', rules: rule ? [rule] : [] }
}

/** A condition without its "not". */
export function bare(rule: GroupRule): { rule: GroupRule; negated: boolean } {
  return rule.kind === 'not' ? { rule: rule.rule, negated: true } : { rule, negated: false }
}

/** What is still missing in a condition, as a sentence of the catalogue; null: nothing. */
export function problemOf(rule: GroupRule): TextKey | null {
  switch (rule.kind) {
    case 'and':
    case 'or':
      if (rule.rules.length === 0) return 'groups.problem.empty'
      return rule.rules.some((each) => problemOf(each) !== null) ? 'groups.problem.inside' : null
    case 'not':
      return problemOf(rule.rule)
    case 'outcome':
    case 'birthday':
      return null
    case 'rhythm':
      return rule.states.length === 0 ? 'groups.problem.choose' : null
    case 'share':
      return rule.percent >= 1 && rule.percent <= 99 ? null : 'groups.problem.share'
    case 'staff':
    case 'service':
    case 'category':
    case 'location':
    case 'source':
      return rule.values.length === 0 ? 'groups.problem.choose' : null
    default: {
      const { from, to } = rule
      const isScore = rule.kind === 'surveyScore'
      if (isScore && Math.max(rule.from ?? 0, rule.to ?? 0) > 10) return 'groups.problem.score'
      if (from === null && to === null) return 'groups.problem.bounds'
      return from !== null && to !== null && from > to ? 'groups.problem.crossed' : null
    }
  }
}
