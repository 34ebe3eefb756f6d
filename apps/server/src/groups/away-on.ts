import { type CadenceState, type Day, parseDay } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import { findGroup } from './find-groups.ts'
import type { GroupRule, ReturnOutcome } from './rule.ts'
import type { Group } from './tables.ts'

const AWAY_OUTCOMES: readonly string[] = ['lost', 'missed', 'open'] satisfies ReturnOutcome[]
const AWAY_STATES: readonly string[] = ['due', 'atRisk', 'longOverdue'] satisfies CadenceState[]

/** These people stand on a list because they have not come. */
export const isAwayOutcome = (outcome: string): boolean => AWAY_OUTCOMES.includes(outcome)

/** The same of states of one's own rhythm; of none, which is everybody, it is not so. */
export const areAwayStates = (states: readonly string[]): boolean =>
  states.length > 0 && states.every((state) => AWAY_STATES.includes(state))

/** The rule holds only for people who have been away, as far as one can see by it. */
function isRuleOfAbsence(rule: GroupRule): boolean {
  switch (rule.kind) {
    case 'and':
      return rule.rules.some(isRuleOfAbsence)
    case 'or':
      return rule.rules.length > 0 && rule.rules.every(isRuleOfAbsence)
    case 'outcome':
      return isAwayOutcome(rule.outcome)
    case 'rhythm':
      return areAwayStates(rule.states)
    case 'daysSince':
      return rule.from !== null && rule.from > 0
    case 'lastVisit':
      return rule.to !== null
    default:
      return false
  }
}

/**
 * The day on which the people of a frozen group were chosen because they were away: whoever has come since is not meant any
 * more. `null`: they were chosen for something else, or a rule says who is in the group. Throws `groupNotFound`.
 */
export async function awayOn(scope: WorkspaceScope, groupId: string): Promise<Day | null> {
  const { awayOn: day } = await findGroup(scope, groupId)
  return day === null ? null : parseDay(day)
}

/** The same of a copy that is made of a group on this day. */
export function awayOnWhenFrozen({ rule, awayOn: already }: Pick<Group, 'rule' | 'awayOn'>, asOf: Day): Day | null {
  if (rule) return isRuleOfAbsence(rule) ? asOf : null
  return already === null ? null : parseDay(already)
}
