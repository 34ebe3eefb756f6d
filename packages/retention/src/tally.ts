import { NO_DAY } from './calendar.ts'
import type { Groups } from './grouping.ts'
import type { LineSums } from './line-sums.ts'
import { type Judge, OUTCOMES, RETURNED } from './outcome.ts'
import type { ServedRun } from './served-runs.ts'
import { type Indices, revenueAt, type Visits } from './visits.ts'

/** Counts a client in a group: the group, a row of their last matching visit in it, and whether they returned to it. */
type OnMember = (run: Readonly<ServedRun>, group: number, row: number, same: boolean) => void

/** The counts and sums of one grouping, an entry a group. */
export class Tally {
  readonly names: readonly string[]
  /** served clients by outcome, and the new ones among them: entry group · OUTCOMES.length + outcome */
  readonly clients: Uint32Array
  readonly newClients: Uint32Array
  /** returned clients whose return has a line of the group */
  readonly returnedSame: Uint32Array
  /** distinct (client, day) with a matching line, and those of them with a known price */
  readonly visits: Uint32Array
  readonly pricedVisits: Uint32Array
  /** known revenue of the matching lines, minor units */
  readonly revenue: Float64Array
  private readonly groups: Groups
  private readonly columns: Visits
  private readonly passes: ((row: number) => boolean) | null
  private readonly onMember: OnMember | null
  /** by group: the client met last, and the days counted last for them */
  private readonly lastClient: Int32Array
  private readonly lastDay: Int32Array
  private readonly lastPricedDay: Int32Array

  /** `passes`: the filters on lines, `null` when there are none. */
  constructor(
    columns: Visits,
    groups: Groups,
    passes: ((row: number) => boolean) | null,
    onMember: OnMember | null = null,
  ) {
    this.columns = columns
    this.groups = groups
    this.passes = passes
    this.onMember = onMember
    this.names = groups.names
    const size = groups.names.length
    this.clients = new Uint32Array(size * OUTCOMES.length)
    this.newClients = new Uint32Array(size * OUTCOMES.length)
    this.returnedSame = new Uint32Array(size)
    this.visits = new Uint32Array(size)
    this.pricedVisits = new Uint32Array(size)
    this.revenue = new Float64Array(size)
    this.lastClient = new Int32Array(size).fill(-1)
    this.lastDay = new Int32Array(size)
    this.lastPricedDay = new Int32Array(size)
  }

  /** Adds a client with the sums of their matching lines, judged by the last of them. */
  add(run: Readonly<ServedRun>, sums: LineSums, judge: Judge) {
    const { groups } = this
    if (groups.level === 'line' && run.lines > 1) {
      this.addByLine(run, judge, groups.of, groups.column)
      return
    }
    const group = groups.level === 'client' ? groups.of(run.client) : groups.of[groups.column[run.first]!]!
    this.addMember(run, group, run.last, judge)
    this.visits[group]! += sums.visits
    this.pricedVisits[group]! += sums.pricedVisits
    this.revenue[group]! += sums.revenue
  }

  /** A group whose last visit came before others of the client judges anew, by that visit; then all is as it was. */
  private addByLine(run: Readonly<ServedRun>, judge: Judge, of: Int32Array, column: Indices) {
    const { day } = this.columns
    for (let row = run.to - 1; row >= run.first; row--) {
      if (this.passes && !this.passes(row)) continue
      const group = of[column[row]!]!
      if (this.lastClient[group] !== run.client) {
        this.lastClient[group] = run.client
        this.lastDay[group] = NO_DAY
        this.lastPricedDay[group] = NO_DAY
        judge.judge(run.client, row)
        this.addMember(run, group, row, judge)
      }
      if (this.lastDay[group] !== day[row]) {
        this.lastDay[group] = day[row]!
        this.visits[group]!++
      }
      const revenue = revenueAt(this.columns, row)
      if (Number.isNaN(revenue)) continue
      this.revenue[group]! += revenue
      if (this.lastPricedDay[group] === day[row]) continue
      this.lastPricedDay[group] = day[row]!
      this.pricedVisits[group]!++
    }
    judge.judge(run.client, run.last)
  }

  private addMember(run: Readonly<ServedRun>, group: number, row: number, judge: Judge) {
    const cell = group * OUTCOMES.length + judge.outcome
    this.clients[cell]!++
    if (judge.isNew) this.newClients[cell]!++
    const same = judge.outcome === RETURNED && this.returnedTo(group, judge)
    if (same) this.returnedSame[group]!++
    this.onMember?.(run, group, row, same)
  }

  private returnedTo(group: number, judge: Judge): boolean {
    const { groups } = this
    if (groups.level === 'client') return true
    for (let row = judge.backFrom; row < judge.backTo; row++) if (groups.of[groups.column[row]!] === group) return true
    return false
  }
}
