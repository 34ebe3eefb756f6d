import { cadenceOf } from './cadence.ts'
import type { Day } from './calendar.ts'
import { type ClientSummary, summariseClient } from './client-summary.ts'
import { staffOfNextVisit, staffOfVisit } from './flow-ends.ts'
import type { ReportQuery, ReturnQuery } from './query.ts'
import { OUTCOMES, type Outcome, type Served, servedClients } from './served.ts'
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
  const [served] = servedClients(visits, query, [cell.group === undefined ? 'all' : query.by])
  const wanted = cell.group === undefined ? null : served!.names.indexOf(cell.group ?? '')
  const people: PersonBehind[] = []
  for (let i = 0; i < served!.length; i++) {
    if (wanted !== null && served!.group[i] !== wanted) continue
    if (cell.newOnly && served!.isNew[i] === 0) continue
    const outcome = OUTCOMES[served!.outcome[i]!]!
    if (!counts(served!, i, outcome, cell.count) || !flowsAsAsked(visits, served!, i, outcome, cell)) continue
    people.push({
      client: served!.client[i]!,
      outcome,
      anchor: served!.anchor[i]!,
      isNew: served!.isNew[i] === 1,
    })
  }
  return people
}

function counts(served: Served, index: number, outcome: Outcome, count: CountName): boolean {
  switch (count) {
    case 'served':
      return true
    case 'missed':
      return outcome !== 'returned' && outcome !== 'open'
    case 'returnedSame':
      return served.same[index] === 1
    case 'stayed':
    case 'moved':
      return outcome === 'returned'
    default:
      return outcome === count
  }
}

/** Whether the staff before and after are those of the cell. */
function flowsAsAsked(visits: Visits, served: Served, index: number, outcome: Outcome, cell: Cell): boolean {
  const { count, anchorStaff, nextStaff } = cell
  const compares = count === 'stayed' || count === 'moved'
  if (!compares && anchorStaff === undefined && nextStaff === undefined) return true
  const [client, anchor] = [served.client[index]!, served.anchor[index]!]
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
  const cadence = cadenceOf(visits, query.asOf)
  return peopleBehind(visits, { ...query, by: 'all' }, { count: 'lost' })
    .map(({ client }) => summariseClient(visits, cadence, client))
    .filter((summary) => summary !== null)
}
