import type { Fate } from './held.ts'
import { wilson } from './interval.ts'
import { keyOf } from './names.ts'
import type { RebookingRow } from './rebooking.ts'
import type { RebookingGroups } from './rebooking-groups.ts'
import type { Visits } from './visits.ts'

/** Counts of one grouping. */
export class RebookingTally {
  private readonly seenVisit: Int32Array
  private readonly visits: Uint32Array
  private readonly rebooked: Uint32Array
  private readonly same: Uint32Array
  private readonly kept: Uint32Array
  private readonly past: Uint32Array
  private readonly book: Visits
  private readonly groups: RebookingGroups

  constructor(book: Visits, groups: RebookingGroups) {
    this.book = book
    this.groups = groups
    const count = () => new Uint32Array(groups.names.length)
    this.seenVisit = new Int32Array(groups.names.length).fill(-1)
    this.visits = count()
    this.rebooked = count()
    this.same = count()
    this.kept = count()
    this.past = count()
  }

  /** Counts a matching line of the visit that begins at row `visit`, once for each visit and group. */
  add(client: number, visit: number, line: number, fate: Fate) {
    const group = this.groups.groupOf(client, line)
    if (this.seenVisit[group] === visit) return
    this.seenVisit[group] = visit
    this.visits[group]!++
    if (!fate) return
    const into = this.groups.heldIn(group, fate)
    this.rebooked[into]!++
    if (fate.kept !== null) this.past[into]!++
    if (fate.kept) this.kept[into]!++
    if (this.groups.holdsSame(client, group, this.book.day[visit]!, fate)) this.same[group]!++
  }

  rows(): RebookingRow[] {
    const { names, byBooker, byStaff } = this.groups
    return names.map((name, group) => {
      const visits = this.visits[byBooker ? 0 : group]!
      const rebooked = this.rebooked[group]!
      const interval = wilson(rebooked, visits)
      return {
        key: keyOf(name),
        visits,
        rebooked,
        rate: visits === 0 ? null : rebooked / visits,
        rateLow: interval?.low ?? null,
        rateHigh: interval?.high ?? null,
        rebookedSame: byStaff ? this.same[group]! : null,
        rateSame: byStaff && visits > 0 ? this.same[group]! / visits : null,
        kept: this.kept[group]!,
        keptRate: this.past[group] === 0 ? null : this.kept[group]! / this.past[group]!,
      }
    })
  }
}
