import { cadenceOf } from './cadence.ts'
import type { Day } from './calendar.ts'
import { type ClientSummary, summariseClient } from './client-summary.ts'
import type { ReportQuery, ReturnQuery } from './query.ts'
import { OUTCOMES, type Outcome, type Served, servedClients } from './served.ts'
import type { Visits } from './visits.ts'

/** A count of the report; every count can be opened into its people. */
export type CountName = 'served' | 'missed' | 'returnedSame' | Outcome

/** Which number of a report: the count, of which group (`undefined`: the total; `null`: the nameless one). */
export interface Cell {
  count: CountName
  group?: string | null | undefined
  newOnly?: boolean | undefined
}

export interface PersonBehind {
  client: number
  outcome: Outcome
  /** last matching visit in the base period */
  anchor: Day
  isNew: boolean
}

/** The clients a number of {@link retentionReport} counts, in the order of the book. */
export function peopleBehind(visits: Visits, query: ReportQuery, cell: Cell): PersonBehind[] {
  const [served] = servedClients(visits, query, [cell.group === undefined ? 'all' : query.by])
  const wanted = cell.group === undefined ? null : served!.names.indexOf(cell.group ?? '')
  const people: PersonBehind[] = []
  for (let i = 0; i < served!.length; i++) {
    if (wanted !== null && served!.group[i] !== wanted) continue
    if (cell.newOnly && served!.isNew[i] === 0) continue
    const outcome = OUTCOMES[served!.outcome[i]!]!
    if (!counts(served!, i, outcome, cell.count)) continue
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
    default:
      return outcome === count
  }
}

/** The lost list (METRICS §1): who is lost in the total, each with what is known about them, in the order of the book. */
export function lostClients(visits: Visits, query: ReturnQuery): ClientSummary[] {
  const cadence = cadenceOf(visits, query.asOf)
  return peopleBehind(visits, { ...query, by: 'all' }, { count: 'lost' })
    .map(({ client }) => summariseClient(visits, cadence, client))
    .filter((summary) => summary !== null)
}
