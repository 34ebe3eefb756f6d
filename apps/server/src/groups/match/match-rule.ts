import type { GroupRule } from '../rule.ts'
import type { Facts } from './facts.ts'
import { addEither, keepBoth, type Mask, maskOf } from './mask.ts'
import { matchBirthday } from './match-birthday.ts'
import { matchLines, matchSource } from './match-lines.ts'
import { matchDaysSince, matchLastVisit, matchNumber, matchSurvey } from './match-numbers.ts'
import { matchOutcome, matchRhythm } from './match-return.ts'
import { matchShare } from './match-share.ts'

/** Clients with a visit by the as-of day for whom the rule holds. */
export function matchRule(facts: Facts, rule: GroupRule): Mask {
  return keepBoth(
    holdsFor(facts, rule),
    maskOf(facts.lastRow.length, (client) => facts.lastRow[client]! >= 0),
  )
}

function holdsFor(facts: Facts, rule: GroupRule): Mask {
  switch (rule.kind) {
    case 'and':
      return rule.rules.map((each) => holdsFor(facts, each)).reduce(keepBoth)
    case 'or':
      return rule.rules.map((each) => holdsFor(facts, each)).reduce(addEither)
    case 'not':
      return holdsFor(facts, rule.rule).map((holds) => 1 - holds)
    case 'outcome':
      return matchOutcome(facts, rule)
    case 'rhythm':
      return matchRhythm(facts, rule)
    case 'daysSince':
      return matchDaysSince(facts, rule)
    case 'lastVisit':
      return matchLastVisit(facts, rule)
    case 'visits':
    case 'spend':
    case 'ticket':
    case 'bonus':
      return matchNumber(facts, rule)
    case 'surveyScore':
      return matchSurvey(facts, rule)
    case 'staff':
    case 'service':
    case 'category':
    case 'location':
      return matchLines(facts, rule)
    case 'source':
      return matchSource(facts, rule)
    case 'birthday':
      return matchBirthday(facts, rule)
    case 'share':
      return matchShare(facts, rule)
  }
}
