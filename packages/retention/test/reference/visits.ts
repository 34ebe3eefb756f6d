import { isService, type Line, type Salon, tookPlace } from './line.ts'

/** One client on one local day with at least one completed appointment. */
export interface Visit {
  client: number
  day: number
  /** the main line (rule 5) first */
  lines: Line[]
}

/** Rule 5: the highest revenue (unknown: lowest), then the earliest start; sorting keeps the order of the file. */
function byRank(a: Line, b: Line): number {
  if (a.revenue !== b.revenue) {
    if (a.revenue === null) return 1
    if (b.revenue === null) return -1
    return b.revenue - a.revenue
  }
  return a.start - b.start
}

/** Visits known at the end of `asOf`, by client, then day. A walk-in without an identity is never in retention. */
export function visitsUntil(salon: Salon, asOf: number): Visit[] {
  const visits: Visit[] = []
  for (const line of salon.lines) {
    if (line.client === null || line.day > asOf || !tookPlace(salon, line) || !isService(salon, line)) continue
    const known = visits.find((visit) => visit.client === line.client && visit.day === line.day)
    if (known) known.lines.push(line)
    else visits.push({ client: line.client, day: line.day, lines: [line] })
  }
  for (const visit of visits) visit.lines.sort(byRank)
  return visits.sort((a, b) => a.client - b.client || a.day - b.day)
}

/** The visit's main line. */
export function mainLine(visit: Visit): Line {
  return visit.lines[0]!
}

/** Sum over lines with a known price, `null` when there is none. */
export function revenueOf(lines: Line[]): number | null {
  const known = lines.filter((line) => line.revenue !== null)
  if (known.length === 0) return null
  return known.reduce((sum, line) => sum + line.revenue!, 0)
}
