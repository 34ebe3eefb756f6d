import type { Day, Period } from './calendar.ts'
import { groupsOf, groupsOfNames } from './grouping.ts'
import { type Fate, isHeld } from './held.ts'
import { wilson } from './interval.ts'
import { keyOf } from './names.ts'
import type { RebookingGrouping, RebookingRow } from './rebooking.ts'
import type { Visits } from './visits.ts'

/** Keys of `by: 'weekday'`, in the order of ISO 8601. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Index into {@link WEEKDAYS}; day 0 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Counts of one grouping. */
export class RebookingTally {
  private readonly seenVisit: Int32Array
  private readonly visits: Uint32Array
  private readonly rebooked: Uint32Array
  private readonly same: Uint32Array
  private readonly kept: Uint32Array
  private readonly past: Uint32Array
  private readonly book: Visits
  private readonly names: readonly string[]
  private readonly groupOf: (client: number, row: number) => number
  /** group of each staff entry, when the groups are staff members */
  private readonly groupOfStaff: Int32Array | null = null
  /** group of each booker, when what is held is grouped instead of the visits: those are all in group 0 then */
  private readonly groupOfBooker: Int32Array | null = null

  constructor(book: Visits, by: RebookingGrouping, base: Period) {
    this.book = book
    if (by === 'weekday') {
      this.names = WEEKDAYS
      this.groupOf = (_, row) => weekdayOf(book.day[row]!)
    } else if (by === 'bookedBy') {
      const { names, of } = groupsOfNames(book.names.bookedBy)
      this.names = names
      this.groupOf = () => 0
      this.groupOfBooker = of
    } else {
      const groups = groupsOf(book, by, base)
      this.names = groups.names
      this.groupOf =
        groups.level === 'client' ? (client) => groups.of(client) : (_, row) => groups.of[groups.column[row]!]!
      if (by === 'staff' && groups.level === 'line') this.groupOfStaff = groups.of
    }
    const count = () => new Uint32Array(this.names.length)
    this.seenVisit = new Int32Array(this.names.length).fill(-1)
    this.visits = count()
    this.rebooked = count()
    this.same = count()
    this.kept = count()
    this.past = count()
  }

  /** Counts a matching line of the visit that begins at row `visit`, once for each visit and group. */
  add(client: number, visit: number, line: number, fate: Fate) {
    const group = this.groupOf(client, line)
    if (this.seenVisit[group] === visit) return
    this.seenVisit[group] = visit
    this.visits[group]!++
    if (!fate) return
    const into = this.groupOfBooker ? this.groupOfBooker[this.bookerOf(fate.firstHeld)]! : group
    this.rebooked[into]!++
    if (fate.kept !== null) this.past[into]!++
    if (fate.kept) this.kept[into]!++
    if (this.groupOfStaff && this.holdsWith(client, group, this.book.day[visit]!, fate.firstHeld)) this.same[group]!++
  }

  private bookerOf(booking: number): number {
    return this.book.bookings.bookedBy[booking] ?? 0
  }

  private holdsWith(client: number, group: number, today: Day, firstHeld: number): boolean {
    const { bookings } = this.book
    for (let held = firstHeld; held < bookings.clientStart[client + 1]!; held++) {
      if (this.groupOfStaff![bookings.staff[held]!] === group && isHeld(this.book, held, today)) return true
    }
    return false
  }

  rows(): RebookingRow[] {
    return this.names.map((name, group) => {
      const visits = this.visits[this.groupOfBooker ? 0 : group]!
      const rebooked = this.rebooked[group]!
      const interval = wilson(rebooked, visits)
      return {
        key: keyOf(name),
        visits,
        rebooked,
        rate: visits === 0 ? null : rebooked / visits,
        rateLow: interval?.low ?? null,
        rateHigh: interval?.high ?? null,
        rebookedSame: this.groupOfStaff ? this.same[group]! : null,
        rateSame: this.groupOfStaff && visits > 0 ? this.same[group]! / visits : null,
        kept: this.kept[group]!,
        keptRate: this.past[group] === 0 ? null : this.kept[group]! / this.past[group]!,
      }
    })
  }
}
