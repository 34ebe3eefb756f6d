import type { CadenceState } from '@comeback/retention'

// Who belongs to a live group. Days are ISO dates, money is minor units; everything is as known at the end of the as-of
// day, and only clients with a visit by then are asked about.

/** Conditions may stand in each other this deep, and be this many in all. */
export const DEEPEST = 4
export const MOST_CONDITIONS = 50

export const RETURN_OUTCOMES = ['served', 'returned', 'missed', 'open', 'outside', 'booked', 'lost'] as const
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number]

/** From and to, both included; `null`: no bound. At least one of them is given. */
export interface Range<T> {
  from: T | null
  to: T | null
}

/** What became of those served in a base period, as the retention report counts them (METRICS §1). */
export interface OutcomeRule {
  kind: 'outcome'
  /** `2025-12`, `2025-Q4`, `2025`, `from..to`; or counted back from the as-of day: see {@link basePeriodOf} */
  base: string
  /** `next`, `60d`, `from..to` */
  return: string
  outcome: ReturnOutcome
  /** of the visits in the base period: `staff:Марта`; the same field twice means or */
  filter: string[]
}

/** Where they stand against their own rhythm (METRICS §6): due, at risk, … */
export interface RhythmRule {
  kind: 'rhythm'
  states: CadenceState[]
}

/** Days since the last visit. */
export interface DaysSinceRule extends Range<number> {
  kind: 'daysSince'
}

/** Date of the last visit. */
export interface LastVisitRule extends Range<string> {
  kind: 'lastVisit'
}

/**
 * A number of the client: visits so far, what they spent in all, average ticket, bonuses they can use (points). Unknown
 * amounts are in no range.
 */
export interface NumberRule extends Range<number> {
  kind: 'visits' | 'spend' | 'ticket' | 'bonus'
}

/**
 * How likely they are to recommend the salon by their last answer to the survey, 0 to 10, if it was given within so many
 * days; `null`: whenever. Who never answered is in no range.
 */
export interface SurveyScoreRule extends Range<number> {
  kind: 'surveyScore'
  withinDays: number | null
}

/** Who or what they came for, and where: in the main line of the last visit, or in any line of any visit. */
export interface LineRule {
  kind: 'staff' | 'service' | 'category' | 'location'
  /** any of these; '' is "no value" */
  values: string[]
  when: 'last' | 'ever'
}

/** Where they heard of the salon. */
export interface SourceRule {
  kind: 'source'
  values: string[]
}

/**
 * Whose birthday is on one of the next days or in a month of the year. Exactly one of the two is given. Dates that are
 * surely not birthdays are no one's; 29 February is kept on the 28th in other years.
 */
export interface BirthdayRule {
  kind: 'birthday'
  /** 0: today; counted from the salon's own day, however far the data reaches */
  days: number | null
  /** 1–12, of the birthday as it is written */
  month: number | null
}

/** A random share of all clients, the same ones each time: a larger share of the same seed holds the smaller one. */
export interface ShareRule {
  kind: 'share'
  /** 1–99 */
  percent: number
  seed: number
}

export type GroupRule =
  | { kind: 'and' | 'or'; rules: GroupRule[] }
  | { kind: 'not'; rule: GroupRule }
  | OutcomeRule
  | RhythmRule
  | DaysSinceRule
  | LastVisitRule
  | NumberRule
  | SurveyScoreRule
  | LineRule
  | SourceRule
  | BirthdayRule
  | ShareRule
