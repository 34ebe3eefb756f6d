import { type Day, NO_DAY } from './calendar.ts'
import { firstRowFrom } from './columns.ts'
import { hasFutureAppointment } from './held.ts'
import type { ReturnQuery } from './query.ts'
import type { Visits } from './visits.ts'

/** What became of a served client: exactly one. The order is the code in columns. */
export const OUTCOMES = ['returned', 'open', 'outside', 'booked', 'lost'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const [RETURNED, OPEN, OUTSIDE, BOOKED, LOST] = [0, 1, 2, 3, 4] as const

/** Says what became of a client after one of their visits; the answer is in its fields. */
export class Judge {
  outcome: number = LOST
  /** set by whoever turns to another client: their first-ever visit falls inside the base period */
  isNew = false
  /** of a returned client: the rows backFrom … backTo − 1 are of the visits that make them so */
  backFrom = 0
  backTo = 0
  private readonly visits: Visits
  private readonly query: ReturnQuery
  private client = -1
  private anchor: Day = NO_DAY

  constructor(visits: Visits, query: ReturnQuery) {
    this.visits = visits
    this.query = query
  }

  /** Judges the client by the anchor visit that `row` is a line of; asked for the same again, it has the answer. */
  judge(client: number, row: number) {
    const { clientStart, lastDay, day } = this.visits
    const anchor = day[row]!
    if (client === this.client && anchor === this.anchor) return
    this.client = client
    this.anchor = anchor
    const { rule, asOf } = this.query
    const end = clientStart[client + 1]!
    const known = lastDay[client]! <= asOf ? end : firstRowFrom(day, row, end, asOf + 1)
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
