import { type Cadence, cadenceOf } from './cadence.ts'
import type { ClientSummary } from './client-summary.ts'
import { type Cohort, cohorts } from './cohorts.ts'
import { curveOf, type ReturnCurve, Subjects } from './curve.ts'
import { summariseClients } from './people.ts'
import type { Grouping, ReturnQuery } from './query.ts'
import { type RetentionReport, reportsOf, tallied } from './report.ts'
import { type ServedClient, ServedPass } from './served.ts'
import { forEachServed } from './served-runs.ts'
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
  const lost: ServedClient[] = []
  const pass = new ServedPass(visits, query, tallied(groupings), (served) => {
    if (served.outcome === 'lost') lost.push(served)
  })
  const curveQuery = { ...query, by: 'all' } as const
  const subjects = new Subjects(visits, curveQuery)
  forEachServed(visits, query, (run) => {
    pass.add(run)
    subjects.add(run)
  })
  return {
    reports: reportsOf(visits, query, groupings, pass.tallies),
    lost: summariseClients(visits, cadence, lost),
    curve: curveOf(subjects, curveQuery),
    cohorts: cohorts(visits, query.asOf),
  }
}
