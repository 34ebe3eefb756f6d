import { parseDay } from '@comeback/retention'
import type { DaysSinceRule, LastVisitRule, NumberRule, Range, SurveyScoreRule } from '../rule.ts'
import type { Facts } from './facts.ts'
import { keepBoth, type Mask, maskOf } from './mask.ts'

/** Clients whose number is in the range; NaN is in none. */
function inRange(numbers: ArrayLike<number>, { from, to }: Range<number>): Mask {
  const low = from ?? Number.NEGATIVE_INFINITY
  const high = to ?? Number.POSITIVE_INFINITY
  return maskOf(numbers.length, (client) => numbers[client]! >= low && numbers[client]! <= high)
}

export function matchNumber({ count, revenue, ticket, bonus }: Facts, rule: NumberRule): Mask {
  return inRange({ visits: count, spend: revenue, ticket, bonus }[rule.kind], rule)
}

/** Clients whose last answer is in the range, and not older than asked for. */
export function matchSurvey({ surveyScore, surveyDay, today }: Facts, { withinDays, ...range }: SurveyScoreRule): Mask {
  const mask = inRange(surveyScore, range)
  return withinDays === null ? mask : keepBoth(mask, inRange(surveyDay, { from: today - withinDays, to: null }))
}

export function matchDaysSince({ asOf, ...facts }: Facts, { from, to }: DaysSinceRule): Mask {
  const back = (days: number | null) => (days === null ? null : asOf - days)
  return inRange(lastDays(facts), { from: back(to), to: back(from) })
}

export function matchLastVisit(facts: Facts, { from, to }: LastVisitRule): Mask {
  return inRange(lastDays(facts), { from: dayOf(from), to: dayOf(to) })
}

const dayOf = (text: string | null) => (text === null ? null : parseDay(text))

/** Day of each client's last visit; NaN without one. */
function lastDays({ lastRow, visits }: Pick<Facts, 'lastRow' | 'visits'>): Float64Array {
  return Float64Array.from(lastRow, (row) => (row < 0 ? Number.NaN : visits.day[row]!))
}
