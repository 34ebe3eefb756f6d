import { dateOf } from './calendar.ts'
import { firstMatchingVisits, type Subject } from './first-matching-visit.ts'
import { type Duration, kaplanMeier, median } from './kaplan-meier.ts'
import type { Salon } from './line.ts'
import { logRank } from './log-rank.ts'
import { valueIn } from './matching.ts'
import type { Grouping, Question } from './question.ts'
import { byCodePoints } from './report.ts'
import { visitsUntil } from './visits.ts'

export type CurveGrouping = Grouping | 'firstMonth'

/** The one group a subject is in. */
function groupOf(salon: Salon, subject: Subject, by: CurveGrouping, question: Question): string | null {
  if (by === 'all') return null
  if (by === 'firstMonth') {
    const first = visitsUntil(salon, question.asOf).find((visit) => visit.client === subject.client)!
    return dateOf(first.day).toString().slice(0, 7)
  }
  return valueIn(salon, subject.matching[0]!, by, question)
}

function durationOf({ visit, later }: Subject, asOf: number): Duration {
  const next = later[0]
  return next ? { t: next.day - visit.day, event: true } : { t: asOf - visit.day, event: false }
}

function curveOf(key: string | null, durations: Duration[]) {
  const { n, events, points } = kaplanMeier(durations)
  return {
    key,
    n,
    events,
    median: median(durations),
    points: points.map(({ survival, low, high, ...counts }) => ({
      ...counts,
      returned: 1 - survival,
      low: high === null ? null : 1 - high,
      high: low === null ? null : 1 - low,
    })),
  }
}

/** METRICS §2 in the shape of `comeback curve --json`. */
export function returnCurve(salon: Salon, question: Question, by: CurveGrouping, first: boolean) {
  const subjects = firstMatchingVisits(salon, question, first).map((subject) => ({
    key: groupOf(salon, subject, by, question),
    duration: durationOf(subject, question.asOf),
  }))
  const groups = [...new Set(subjects.map((subject) => subject.key))].map((key) => ({
    key,
    durations: subjects.filter((subject) => subject.key === key).map((subject) => subject.duration),
  }))
  return {
    exactUpTo: Math.max(0, question.asOf - question.base.to),
    groups: groups
      .map(({ key, durations }) => curveOf(key, durations))
      .sort((a, b) => b.n - a.n || byCodePoints(a.key ?? '', b.key ?? '')),
    logRank: logRank(groups.map((group) => group.durations)),
  }
}
