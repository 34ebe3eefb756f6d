import { type Day, monthOf, NO_DAY, type Period } from './calendar.ts'
import { wilson } from './interval.ts'
import { compareCodePoints, keyOf } from './names.ts'
import { OUTCOMES, type Outcome } from './outcome.ts'
import { closesOn, type Grouping, type ReportQuery, type ReturnQuery, type ReturnRule } from './query.ts'
import { tallyServed } from './served.ts'
import type { Tally } from './tally.ts'
import type { Visits } from './visits.ts'

/** Clients by what became of them: served = returned + open + missed, missed = outside + booked + lost. */
export interface OutcomeCounts {
  served: number
  returned: number
  open: number
  missed: number
  outside: number
  booked: number
  lost: number
  /** returned / served, 0–1; `null` before the time is over for all, or when nobody was served */
  rate: number | null
}

export interface ReportRow extends OutcomeCounts {
  /** the group's name; `null` for the total and for lines without a value */
  key: string | null
  /** 95 % Wilson interval of the rate */
  rateLow: number | null
  rateHigh: number | null
  /** returned clients whose return has a line of this group, and their share of the served */
  returnedSame: number
  rateSame: number | null
  /** distinct (client, day) with a matching line */
  visits: number
  /** minor units; `null` when no price is known */
  revenue: number | null
  /** revenue ÷ visits with a known price, minor units, unrounded */
  averageTicket: number | null
  /** the same counts for the row's new clients */
  new: OutcomeCounts
}

export interface RetentionReport {
  asOf: Day
  base: Period
  rule: ReturnRule
  closesOn: Day
  /** the time to return is over for every client of the base period */
  over: boolean
  /** the base period begins so near the start of the data that its "new" clients may be older ones */
  mayNotBeNew: boolean
  by: Grouping
  total: ReportRow
  rows: ReportRow[]
}

/**
 * Retention report (METRICS §1): a row for each group with at least one served client, by served clients descending,
 * then by name in code-point order, and the total that counts each client once. Never throws; an empty selection
 * gives a total of zeros with `null` rates.
 */
export function retentionReport(visits: Visits, query: ReportQuery): RetentionReport {
  return retentionReports(visits, query, [query.by])[0]!
}

/** The reports of {@link retentionReport} by several groupings, in one pass: each client is found and judged once. */
export function retentionReports(
  visits: Visits,
  query: ReturnQuery,
  groupings: readonly Grouping[],
): RetentionReport[] {
  return reportsOf(visits, query, groupings, tallyServed(visits, query, tallied(groupings)))
}

/** What has to be tallied for reports by these groupings: the total first. */
export function tallied(groupings: readonly Grouping[]): Grouping[] {
  return ['all', ...groupings.filter((by) => by !== 'all')]
}

/** Reports by these groupings from the tallies of {@link tallied}. */
export function reportsOf(
  visits: Visits,
  { base, rule, asOf }: ReturnQuery,
  groupings: readonly Grouping[],
  tallies: readonly Tally[],
): RetentionReport[] {
  const closes = closesOn(base, rule)
  const over = asOf >= closes
  const total = rowsOf(tallies[0]!, over)[0]!
  const order = tallied(groupings)
  return groupings.map((by) => ({
    asOf,
    base,
    rule,
    closesOn: closes,
    over,
    mayNotBeNew: mayNotBeNew(visits, base, asOf),
    by,
    total,
    rows: by === 'all' ? [] : groupRows(rowsOf(tallies[order.indexOf(by)]!, over)),
  }))
}

function groupRows(rows: ReportRow[]): ReportRow[] {
  return rows.filter((row) => row.served > 0).sort(byServedThenName)
}

/** Whether the base period begins in the calendar month of the first visit, before it, or in the two months after it. */
export function mayNotBeNew(visits: Visits, base: Period, asOf: Day): boolean {
  const { firstDay } = visits
  return firstDay !== NO_DAY && firstDay <= asOf && monthOf(base.from) - monthOf(firstDay) <= 2
}

function byServedThenName(a: ReportRow, b: ReportRow): number {
  return b.served - a.served || compareCodePoints(a.key ?? '', b.key ?? '')
}

function rowsOf(tally: Tally, over: boolean): ReportRow[] {
  return tally.names.map((name, group) => {
    const counts = outcomeCounts(tally.clients, group, over)
    const interval = counts.rate === null ? null : wilson(counts.returned, counts.served)
    const returnedSame = tally.returnedSame[group]!
    const revenue = tally.pricedVisits[group] === 0 ? null : tally.revenue[group]!
    return {
      key: keyOf(name),
      ...counts,
      rateLow: interval?.low ?? null,
      rateHigh: interval?.high ?? null,
      returnedSame,
      rateSame: counts.rate === null ? null : returnedSame / counts.served,
      visits: tally.visits[group]!,
      revenue,
      averageTicket: revenue === null ? null : revenue / tally.pricedVisits[group]!,
      new: outcomeCounts(tally.newClients, group, over),
    }
  })
}

function outcomeCounts(cells: Uint32Array, group: number, over: boolean): OutcomeCounts {
  const of = (outcome: Outcome) => cells[group * OUTCOMES.length + OUTCOMES.indexOf(outcome)]!
  const [returned, open, outside, booked, lost] = OUTCOMES.map(of) as [number, number, number, number, number]
  const missed = outside + booked + lost
  const served = returned + open + missed
  return { served, returned, open, missed, outside, booked, lost, rate: over && served > 0 ? returned / served : null }
}
