import { firstRowFrom } from './columns.ts'
import { isNew } from './grouping.ts'
import { hasFutureAppointment } from './held.ts'
import type { ReturnQuery } from './query.ts'
import { findServed, type Served } from './served.ts'
import type { Visits } from './visits.ts'

/** What became of a served client: exactly one. The order is the code in columns. */
export const OUTCOMES = ['returned', 'open', 'outside', 'booked', 'lost'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const [RETURNED, OPEN, OUTSIDE, BOOKED, LOST] = [0, 1, 2, 3, 4] as const

/** Served clients and what became of each, judged by their last matching visit. */
export interface Judged extends Served {
  /** of each entry: the code of its outcome */
  outcome: Uint8Array
  /** 1 when the client's first-ever visit falls inside the base period */
  isNew: Uint8Array
  /** of a returned client: the rows backFrom … backTo − 1 are of the visits that make them so */
  backFrom: Int32Array
  backTo: Int32Array
}

/** Finds and judges the served clients (METRICS §1). */
export function judgeServed(visits: Visits, query: ReturnQuery): Judged {
  const judge = new Judge(visits, query)
  const outcome = new Uint8Array(visits.clients)
  const isNewcomer = new Uint8Array(visits.clients)
  const backFrom = new Int32Array(visits.clients)
  const backTo = new Int32Array(visits.clients)
  const served = findServed(visits, query, (entry, client, row) => {
    judge.judge(client, row)
    outcome[entry] = judge.outcome
    isNewcomer[entry] = isNew(visits, client, query.base) ? 1 : 0
    backFrom[entry] = judge.backFrom
    backTo[entry] = judge.backTo
  })
  return { ...served, outcome, isNew: isNewcomer, backFrom, backTo }
}

/** Says what became of a client after one of their visits; the answer is in its fields. */
export class Judge {
  outcome: number = LOST
  /** of a returned client, as in {@link Judged} */
  backFrom = 0
  backTo = 0
  private readonly visits: Visits
  private readonly query: ReturnQuery

  constructor(visits: Visits, query: ReturnQuery) {
    this.visits = visits
    this.query = query
  }

  /** Judges the client by the anchor visit that `row` is a line of. */
  judge(client: number, row: number) {
    const { clientStart, lastDay, day } = this.visits
    const { rule, asOf } = this.query
    const end = clientStart[client + 1]!
    const known = lastDay[client]! <= asOf ? end : firstRowFrom(day, row, end, asOf + 1)
    const anchor = day[row]!
    let next = row + 1
    while (next < known && day[next] === anchor) next++
    const from = rule.kind === 'period' ? rule.from : anchor + 1
    const to = rule.kind === 'period' ? rule.to : anchor + rule.days
    this.backFrom = next
    while (this.backFrom < known && day[this.backFrom]! < from) this.backFrom++
    this.backTo = this.backFrom
    while (this.backTo < known && day[this.backTo]! <= to) this.backTo++
    if (this.backTo > this.backFrom) this.outcome = RETURNED
    else if (asOf < to) this.outcome = OPEN
    else if (next < known) this.outcome = OUTSIDE
    else this.outcome = hasFutureAppointment(this.visits, client, asOf) ? BOOKED : LOST
  }
}
