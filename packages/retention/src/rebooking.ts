import { type Day, NO_DAY } from './calendar.ts'
import { firstRowFrom } from './columns.ts'
import { groupsOf, matcherOf } from './grouping.ts'
import { wilson } from './interval.ts'
import { compareCodePoints, keyOf } from './names.ts'
import type { Grouping, Selection } from './query.ts'
import type { Visits } from './visits.ts'

/** Keys of `by: 'weekday'`, in the order of ISO 8601. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export interface RebookingQuery extends Selection {
  by: Grouping | 'weekday'
}

export interface RebookingRow {
  /** the group's name; `null` for the total and for lines without a value */
  key: string | null
  /** distinct (client, day) with a matching line, in the base period and on or before the as-of date */
  visits: number
  /** those after which the client held an appointment on a later day */
  rebooked: number
  /** rebooked / visits, 0–1, with its 95 % Wilson interval; `null` without visits */
  rate: number | null
  rateLow: number | null
  rateHigh: number | null
  /** rebooked visits with a held appointment of the same staff member, and their share; `null` but in rows by staff */
  rebookedSame: number | null
  rateSame: number | null
  /** rebooked visits whose earliest held appointment's day is past and saw a visit of the client */
  kept: number
  /** kept ÷ rebooked visits whose earliest held appointment's day is past; `null` when there is none */
  keptRate: number | null
}

export interface RebookingReport {
  total: RebookingRow
  rows: RebookingRow[]
}

/** Share of the appointments whose booking time must be known before the rate says anything. */
const LEAST_KNOWN = 0.8

/**
 * Rebooking rate (METRICS §4): of the base period's visits, those at the end of whose day the client held an
 * appointment on a later day. Rows by visits descending, then by name; none with `by: 'all'`. `noBookedAt` when the
 * booking time of fewer than 80 % of the appointments is known. Never throws.
 */
export function rebooking(visits: Visits, query: RebookingQuery): RebookingReport | { reason: 'noBookedAt' } {
  if (!(visits.bookings.knownBookedShare >= LEAST_KNOWN)) return { reason: 'noBookedAt' }
  const tallies = [new Tally(visits, 'all', query)]
  if (query.by !== 'all') tallies.push(new Tally(visits, query.by, query))
  addVisits(visits, query, tallies)
  const [total, rows] = tallies.map((tally) => tally.rows())
  return {
    total: total![0]!,
    rows: (rows ?? [])
      .filter((row) => row.visits > 0)
      .sort((a, b) => b.visits - a.visits || compareCodePoints(a.key ?? '', b.key ?? '')),
  }
}

/** Index into {@link WEEKDAYS}; day 0 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

function addVisits(visits: Visits, { base, asOf, filters }: RebookingQuery, tallies: readonly Tally[]) {
  const { clientStart, day } = visits
  const matches = matcherOf(visits, filters, base)
  const lastDay = Math.min(base.to, asOf)
  for (let client = 0; client < visits.clients; client++) {
    const end = clientStart[client + 1]!
    if (clientStart[client] === end || day[end - 1]! < base.from) continue
    let row = firstRowFrom(day, clientStart[client]!, end, base.from)
    if (day[row]! > lastDay || (matches.client && !matches.client(client))) continue
    while (row < end && day[row]! <= lastDay) {
      const begin = row
      while (row < end && day[row] === day[begin]) row++
      const fate = fateOf(visits, client, begin, asOf)
      for (let line = begin; line < row; line++) {
        if (matches.line && !matches.line(line)) continue
        for (const tally of tallies) tally.add(client, begin, line, fate)
      }
    }
  }
}

/** What is held at the end of a visit's day. `kept`: its earliest day is past and saw a visit; `null` when it is to come. */
type Fate = null | { firstHeld: number; kept: boolean | null }

function fateOf(visits: Visits, client: number, row: number, asOf: Day): Fate {
  const today = visits.day[row]!
  const { clientStart, day } = visits.bookings
  const end = clientStart[client + 1]!
  let held = firstRowFrom(day, clientStart[client]!, end, today + 1)
  while (held < end && !isHeld(visits, held, today)) held++
  if (held === end) return null
  const heldDay = day[held]!
  if (heldDay > asOf) return { firstHeld: held, kept: null }
  const rows = visits.clientStart[client + 1]!
  const next = firstRowFrom(visits.day, row, rows, heldDay)
  return { firstHeld: held, kept: next < rows && visits.day[next] === heldDay }
}

/** Whether an appointment of a later day was booked by `today` and not cancelled by then. */
function isHeld({ bookings }: Visits, booking: number, today: Day): boolean {
  const booked = bookings.bookedDay[booking]!
  return booked !== NO_DAY && booked <= today && bookings.cancelledDay[booking]! > today
}

/** Counts of one grouping. */
class Tally {
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
  private readonly groupOfStaff: Int32Array | null

  constructor(book: Visits, by: RebookingQuery['by'], query: RebookingQuery) {
    this.book = book
    this.groupOfStaff = null
    if (by === 'weekday') {
      this.names = WEEKDAYS
      this.groupOf = (_, row) => weekdayOf(book.day[row]!)
    } else {
      const groups = groupsOf(book, by, query.base)
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
    this.rebooked[group]!++
    if (fate.kept !== null) this.past[group]!++
    if (fate.kept) this.kept[group]!++
    if (this.groupOfStaff && this.holdsWith(client, group, this.book.day[visit]!, fate.firstHeld)) this.same[group]!++
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
      const visits = this.visits[group]!
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
