import { type Cadence, cadenceOf } from './cadence.ts'
import type { Day } from './calendar.ts'
import { type ClientSummary, summariseClient } from './client-summary.ts'
import { staffOfNextVisit, staffOfVisit } from './flow-ends.ts'
import { groupsOf } from './grouping.ts'
import type { Outcome } from './outcome.ts'
import type { ReportQuery, ReturnQuery } from './query.ts'
import { type ServedClient, tallyServed } from './served.ts'
import type { Visits } from './visits.ts'

/**
 * A count of the report or of the flows; every count can be opened into its people. `stayed`, `moved`: returned, and
 * the next visit was with the staff of the anchor visit, or with others.
 */
export type CountName = 'served' | 'missed' | 'returnedSame' | 'stayed' | 'moved' | Outcome

/** Which number of a report: the count, of which group (`undefined`: the total; `null`: the nameless one). */
export interface Cell {
  count: CountName
  group?: string | null | undefined
  newOnly?: boolean | undefined
  /** only those whose anchor visit was with this staff member (its main line's); `null`: with nobody named */
  anchorStaff?: string | null | undefined
  /** only those who returned, and whose next visit was with this staff member */
  nextStaff?: string | null | undefined
}

export interface PersonBehind {
  client: number
  outcome: Outcome
  /** last matching visit in the base period */
  anchor: Day
  isNew: boolean
}

/** The clients a number of {@link retentionReport} or of {@link flows} counts, in the order of the book. */
export function peopleBehind(visits: Visits, query: ReportQuery, cell: Cell): PersonBehind[] {
  const by = cell.group === undefined ? 'all' : query.by
  const wanted = groupsOf(visits, by, query.base).names.indexOf(cell.group ?? '')
  const people: PersonBehind[] = []
  tallyServed(visits, query, [by], (served) => {
    if (served.group !== wanted || (cell.newOnly && !served.isNew)) return
    const { client, outcome, anchor, isNew, same } = served
    if (counts(cell.count, outcome, same) && flowsAsAsked(visits, served, cell))
      people.push({ client, outcome, anchor, isNew })
  })
  return people
}

function counts(count: CountName, outcome: Outcome, same: boolean): boolean {
  switch (count) {
    case 'served':
      return true
    case 'missed':
      return outcome !== 'returned' && outcome !== 'open'
    case 'returnedSame':
      return same
    case 'stayed':
    case 'moved':
      return outcome === 'returned'
    default:
      return outcome === count
  }
}

/** Whether the staff before and after are those of the cell. */
function flowsAsAsked(visits: Visits, { client, anchor, outcome }: ServedClient, cell: Cell): boolean {
  const { count, anchorStaff, nextStaff } = cell
  const compares = count === 'stayed' || count === 'moved'
  if (!compares && anchorStaff === undefined && nextStaff === undefined) return true
  const named = (staff: number) => visits.names.staff[staff]!
  const from = named(staffOfVisit(visits, client, anchor))
  if (anchorStaff !== undefined && from !== (anchorStaff ?? '')) return false
  if (!compares && nextStaff === undefined) return true
  if (outcome !== 'returned') return false
  const to = named(staffOfNextVisit(visits, client, anchor))
  if (nextStaff !== undefined && to !== (nextStaff ?? '')) return false
  return !compares || (count === 'stayed') === (from === to)
}

/** The lost list (METRICS §1): who is lost in the total, each with what is known about them, in the order of the book. */
export function lostClients(visits: Visits, query: ReturnQuery): ClientSummary[] {
  const lost = peopleBehind(visits, { ...query, by: 'all' }, { count: 'lost' })
  return summariseClients(visits, cadenceOf(visits, query.asOf), lost)
}

/** Summaries of those of them who have a visit on or before the as-of date of the cadence. */
export function summariseClients(
  visits: Visits,
  cadence: Cadence,
  people: readonly { client: number }[],
): ClientSummary[] {
  return people.map(({ client }) => summariseClient(visits, cadence, client)).filter((summary) => summary !== null)
}
