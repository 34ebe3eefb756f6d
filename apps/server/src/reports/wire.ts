import {
  type ClientSummary,
  type Day,
  formatDay,
  type Period,
  type RetentionReport,
  type ReturnRule,
} from '@comeback/retention'
import type { Behind, Person } from './list-people.ts'
import type { ReportWithPrevious } from './report-with-previous.ts'
import type { RiskOverview } from './risk-overview.ts'

/** Results as they leave the program: days become ISO dates, everything else stays as the engine made it. */
export function periodJson({ from, to }: Pick<Period, 'from' | 'to'>) {
  return { from: formatDay(from), to: formatDay(to) }
}

export function ruleJson(rule: ReturnRule) {
  return rule.kind === 'window' ? rule : { kind: rule.kind, ...periodJson(rule) }
}

/** The JSON of `comeback report --json` and of the API's report. */
export function reportJson(report: RetentionReport) {
  return {
    ...report,
    asOf: formatDay(report.asOf),
    base: periodJson(report.base),
    rule: ruleJson(report.rule),
    closesOn: formatDay(report.closesOn),
  }
}

export function dayJson(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}

/** One client of `comeback lost --json`; `client` is the client's key in the file. */
export function lostClientJson(client: string, summary: ClientSummary) {
  const { daysSince, staff, service, visits, revenue, expectedGap, overdue, state } = summary
  const lastVisit = formatDay(summary.lastVisit)
  return { client, lastVisit, daysSince, staff, service, visits, revenue, expectedGap, overdue, state }
}

/** A report with the period before it. */
export function reportWithPreviousJson({ previous, ...report }: ReportWithPrevious) {
  return { ...reportJson(report), previous: previous && { ...reportJson(previous), change: previous.change } }
}

/** A person of a list; `client` is their place in the columns, which means nothing outside. */
export function personJson({ client, firstVisit, lastVisit, expectedOn, ...rest }: Person) {
  return {
    ...rest,
    firstVisit: formatDay(firstVisit),
    lastVisit: formatDay(lastVisit),
    expectedOn: dayJson(expectedOn),
  }
}

/** One of the people behind a number. */
export function personBehindJson({ outcome, anchor, isNew, ...person }: Behind) {
  return { ...personJson(person), outcome, anchor: formatDay(anchor), isNew }
}

export function riskJson({ asOf, dueThisWeek, ...risk }: RiskOverview) {
  return { ...risk, asOf: formatDay(asOf), dueThisWeek: { ...dueThisWeek, ...periodJson(dueThisWeek) } }
}
