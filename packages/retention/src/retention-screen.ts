import { type Cadence, cadenceOf } from './cadence.ts'
import type { ClientSummary } from './client-summary.ts'
import { type Cohort, cohorts } from './cohorts.ts'
import { curveOfServed, type ReturnCurve } from './curve.ts'
import { judgeServed } from './outcome.ts'
import { lostAmong } from './people.ts'
import type { Grouping, ReturnQuery } from './query.ts'
import { type RetentionReport, reportsOf } from './report.ts'
import type { Visits } from './visits.ts'

/** All the Retention screen shows of one question. */
export interface RetentionScreen {
  /** one for each grouping asked for, as of `retentionReport` */
  reports: RetentionReport[]
  /** as of `lostClients` */
  lost: ClientSummary[]
  /** as of `returnCurve`, of all clients */
  curve: ReturnCurve
  cohorts: Cohort[]
}

/**
 * The tabs of the Retention screen in one bundle: the same as the single functions answer, but the served clients are
 * found and judged once for all of them. `cadence`: the pooled rhythm as known at the end of the as-of date, for whoever
 * has kept it. Never throws.
 */
export function retentionScreen(
  visits: Visits,
  query: ReturnQuery,
  groupings: readonly Grouping[],
  cadence: Cadence = cadenceOf(visits, query.asOf),
): RetentionScreen {
  const judged = judgeServed(visits, query)
  return {
    reports: reportsOf(visits, query, judged, groupings),
    lost: lostAmong(visits, judged, cadence),
    curve: curveOfServed(visits, { ...query, by: 'all' }, judged),
    cohorts: cohorts(visits, query.asOf),
  }
}
