import type { Day } from './calendar.ts'
import { groupsOf, isNew, matcherOf } from './grouping.ts'
import { LineSums } from './line-sums.ts'
import { Judge, OUTCOMES, type Outcome } from './outcome.ts'
import type { Grouping, ReturnQuery } from './query.ts'
import { forEachServed, type ServedRun } from './served-runs.ts'
import { Tally } from './tally.ts'
import type { Visits } from './visits.ts'

/** A served client in one group they were served in. */
export interface ServedClient {
  client: number
  /** index into the names of the grouping */
  group: number
  outcome: Outcome
  /** last matching visit in the base period */
  anchor: Day
  /** the client's first-ever visit falls inside the base period */
  isNew: boolean
  /** a visit that makes the client returned has a matching line of the group */
  same: boolean
}

/**
 * Judges every served client (METRICS §1) and counts them under each grouping, in one pass over the visits. `onServed`
 * is told each client and group of the first grouping, clients in the order of the book.
 */
export function tallyServed(
  visits: Visits,
  query: ReturnQuery,
  groupings: readonly Grouping[],
  onServed: ((served: ServedClient) => void) | null = null,
): readonly Tally[] {
  const pass = new ServedPass(visits, query, groupings, onServed)
  forEachServed(visits, query, (run) => pass.add(run))
  return pass.tallies
}

/** What {@link tallyServed} does with one client after another, for passes that feed others, too. */
export class ServedPass {
  /** one for each grouping */
  readonly tallies: readonly Tally[]
  private readonly visits: Visits
  private readonly query: ReturnQuery
  private readonly sums: LineSums
  private readonly judge: Judge

  constructor(
    visits: Visits,
    query: ReturnQuery,
    groupings: readonly Grouping[],
    onServed: ((served: ServedClient) => void) | null,
  ) {
    const passes = matcherOf(visits, query.filters, query.base).line
    const judge = new Judge(visits, query)
    const tell = (run: Readonly<ServedRun>, group: number, row: number, same: boolean) => {
      const { isNew, outcome } = judge
      onServed?.({ client: run.client, group, outcome: OUTCOMES[outcome]!, anchor: visits.day[row]!, isNew, same })
    }
    this.visits = visits
    this.query = query
    this.sums = new LineSums(visits, passes)
    this.judge = judge
    this.tallies = groupings.map(
      (by, i) => new Tally(visits, groupsOf(visits, by, query.base), passes, onServed && i === 0 ? tell : null),
    )
  }

  add(run: Readonly<ServedRun>) {
    this.sums.turnTo(run)
    this.judge.isNew = isNew(this.visits, run.client, this.query.base)
    this.judge.judge(run.client, run.last)
    for (const tally of this.tallies) tally.add(run, this.sums, this.judge)
  }
}
