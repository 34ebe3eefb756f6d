import type { Day, Period } from './calendar.ts'
import { groupsOf, groupsOfNames } from './grouping.ts'
import { type Fate, isHeld } from './held.ts'
import { GROUPINGS } from './query.ts'
import type { Visits } from './visits.ts'

/** Beside those of every report: the weekday of the visit, and who made the booking that is held. */
export const REBOOKING_GROUPINGS = [...GROUPINGS, 'weekday', 'bookedBy'] as const
export type RebookingGrouping = (typeof REBOOKING_GROUPINGS)[number]

/** Keys of `by: 'weekday'`, in the order of ISO 8601. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Index into {@link WEEKDAYS}; day 0 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Says which group a visit belongs to, and in which what is held after it counts. */
export class RebookingGroups {
  readonly names: readonly string[]
  /** group of a matching line; by `bookedBy` all visits are in group 0 */
  readonly groupOf: (client: number, row: number) => number
  /** what is held is grouped by who booked it, instead of the visits */
  readonly byBooker: boolean
  /** the groups are staff members, so that what is held may be of the same one */
  readonly byStaff: boolean
  private readonly book: Visits
  /** group of each staff entry or of each booker, when the groups are these */
  private readonly groupOfName: Int32Array | null = null

  constructor(book: Visits, by: RebookingGrouping, base: Period) {
    this.book = book
    this.byBooker = by === 'bookedBy'
    this.byStaff = by === 'staff'
    if (by === 'weekday') {
      this.names = WEEKDAYS
      this.groupOf = (_, row) => weekdayOf(book.day[row]!)
    } else if (by === 'bookedBy') {
      const { names, of } = groupsOfNames(book.names.bookedBy)
      this.names = names
      this.groupOf = () => 0
      this.groupOfName = of
    } else {
      const groups = groupsOf(book, by, base)
      this.names = groups.names
      this.groupOf =
        groups.level === 'client' ? (client) => groups.of(client) : (_, row) => groups.of[groups.column[row]!]!
      if (by === 'staff' && groups.level === 'line') this.groupOfName = groups.of
    }
  }

  /** The group in which a visit of `group` counts as rebooked. */
  heldIn(group: number, { firstHeld }: NonNullable<Fate>): number {
    return this.byBooker ? this.groupOfName![this.book.bookings.bookedBy[firstHeld] ?? 0]! : group
  }

  /** Whether, by staff, an appointment with the same staff member is held after the visit on `today`. */
  holdsSame(client: number, group: number, today: Day, { firstHeld }: NonNullable<Fate>): boolean {
    const { bookings } = this.book
    if (!this.byStaff) return false
    for (let held = firstHeld; held < bookings.clientStart[client + 1]!; held++) {
      if (this.groupOfName![bookings.staff[held]!] === group && isHeld(this.book, held, today)) return true
    }
    return false
  }
}
