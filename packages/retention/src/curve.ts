import { monthOf } from './calendar.ts'
import { type Groups, groupsOf } from './grouping.ts'
import { type LogRank, logRankOfCurves } from './log-rank.ts'
import { formatMonth } from './months.ts'
import { compareCodePoints, keyOf } from './names.ts'
import { GROUPINGS, type Selection } from './query.ts'
import { forEachServed, type ServedRun } from './served-runs.ts'
import { type Ends, medianTime, productLimit, type SurvivalCurve } from './survival.ts'
import type { Visits } from './visits.ts'

/** Beside those of a report `firstMonth`: the calendar month of the client's first-ever visit, as `YYYY-MM`. */
export const CURVE_GROUPINGS = [...GROUPINGS, 'firstMonth'] as const

export interface CurveQuery extends Selection {
  by: (typeof CURVE_GROUPINGS)[number]
  /** only clients whose first-ever visit lies in the base period and matches */
  first?: boolean
}

export interface CurvePoint extends Ends {
  /** days since the subject's visit */
  t: number
  atRisk: number
  /** share back within `t` days, 0–1, with its 95 % limits (`null` where it is 0 or 1) */
  returned: number
  low: number | null
  high: number | null
}

export interface CurveGroup {
  /** the group's name; `null` for the only group of `all` and for subjects without a value */
  key: string | null
  /** served clients, and those of them seen again */
  n: number
  events: number
  /** days by which half are back; `null` while they are not */
  median: number | null
  points: CurvePoint[]
}

export interface ReturnCurve {
  /** days up to which everybody has been watched; beyond, the curve reads a little high */
  exactUpTo: number
  groups: CurveGroup[]
  /** whether the groups differ; `null` for fewer than two, or when it cannot be told (see {@link logRankOfCurves}) */
  logRank: LogRank | null
}

/**
 * Time to return (METRICS §2): Kaplan–Meier over the served clients, each once, from their first matching visit in
 * the base period to their next visit anywhere, censored at the as-of date. Groups come by subjects descending, then
 * by name; those without subjects are left out, so an empty selection has none. Never throws.
 * Time: one read of the day column, then work in proportion to the subjects.
 */
export function returnCurve(visits: Visits, query: CurveQuery): ReturnCurve {
  const subjects = new Subjects(visits, query)
  forEachServed(visits, query, (run) => subjects.add(run))
  return curveOf(subjects, query)
}

/** The curve of subjects gathered from {@link forEachServed}. */
export function curveOf(subjects: Subjects, { base, asOf }: CurveQuery): ReturnCurve {
  const groups = curvesOf(subjects)
    .filter(({ curve }) => curve.n > 0)
    .sort((a, b) => b.curve.n - a.curve.n || compareCodePoints(a.name, b.name))
  return {
    exactUpTo: Math.max(0, asOf - base.to),
    groups: groups.map(({ name, curve }) => groupOf(name, curve)),
    logRank: logRankOfCurves(groups.map(({ curve }) => curve)),
  }
}

function groupOf(name: string, curve: SurvivalCurve): CurveGroup {
  return {
    key: keyOf(name),
    n: curve.n,
    events: curve.events,
    median: medianTime(curve),
    points: curve.points.map(({ t, atRisk, events, censored, survival, low, high }) => ({
      t,
      atRisk,
      events,
      censored,
      returned: 1 - survival,
      low: high === null ? null : 1 - high,
      high: low === null ? null : 1 - low,
    })),
  }
}

/** The subjects of the curve, gathered one after another. */
export class Subjects {
  readonly names: readonly string[]
  length = 0
  readonly group: Int32Array
  /** twice the days watched, plus 1 when the watching ended with a visit */
  readonly end: Int32Array
  private readonly groups: Groups
  private readonly visits: Visits
  private readonly query: CurveQuery

  constructor(visits: Visits, query: CurveQuery) {
    this.visits = visits
    this.query = query
    this.groups = groupsFor(visits, query)
    this.names = this.groups.names
    this.group = new Int32Array(visits.clients)
    this.end = new Int32Array(visits.clients)
  }

  add({ client, first }: Readonly<ServedRun>) {
    const { clientStart, day, debutDay } = this.visits
    const { groups } = this
    const from = day[first]!
    if (this.query.first && debutDay[client] !== from) return
    const rows = clientStart[client + 1]!
    let next = first + 1
    while (next < rows && day[next] === from) next++
    const back = next < rows && day[next]! <= this.query.asOf
    this.group[this.length] = groups.level === 'client' ? groups.of(client) : groups.of[groups.column[first]!]!
    this.end[this.length++] = back ? 2 * (day[next]! - from) + 1 : 2 * (this.query.asOf - from)
  }
}

function groupsFor(visits: Visits, { by, base, asOf }: CurveQuery): Groups {
  if (by !== 'firstMonth') return groupsOf(visits, by, base)
  if (visits.rows === 0 || visits.firstDay > asOf) return { level: 'client', names: [], of: () => 0 }
  const first = monthOf(visits.firstDay)
  return {
    level: 'client',
    names: Array.from({ length: monthOf(asOf) - first + 1 }, (_, month) => formatMonth(first + month)),
    of: (client) => visits.month[visits.clientStart[client]!]!,
  }
}

/** Counts the subjects of each group by day; one table of days serves every group in turn. */
function curvesOf({ names, length, group, end }: Subjects): { name: string; curve: SurvivalCurve }[] {
  const groupStart = new Uint32Array(names.length + 1)
  let longest = 0
  for (let i = 0; i < length; i++) {
    groupStart[group[i]! + 1]!++
    if (end[i]! > longest) longest = end[i]!
  }
  for (let g = 0; g < names.length; g++) groupStart[g + 1]! += groupStart[g]!
  const place = groupStart.slice(0, names.length)
  const sorted = new Int32Array(length)
  for (let i = 0; i < length; i++) sorted[place[group[i]!]!++] = end[i]!
  const counts = new Uint32Array(longest + 2)
  return names.map((name, g) => {
    const ends: Ends[] = []
    counts.fill(0)
    for (let i = groupStart[g]!; i < groupStart[g + 1]!; i++) counts[sorted[i]!]!++
    for (let at = 0; at <= longest; at += 2) {
      const [censored, events] = [counts[at]!, counts[at + 1]!]
      if (censored + events > 0) ends.push({ t: at / 2, events, censored })
    }
    return { name, curve: productLimit(ends) }
  })
}
