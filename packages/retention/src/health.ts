import { type Day, monthOf, monthStart, NO_DAY } from './calendar.ts'
import { wilson } from './interval.ts'
import { isPartial, monthsBetween } from './months.ts'
import { MARKS, revenueAt, STATUSES, UNKEPT_BOOKED, type Visits } from './visits.ts'

export const DEFAULT_REGULAR_FROM_VISIT = 3

export interface HealthOptions {
  /** the visit from which on a client is a regular one, ≥ 1; default 3 */
  regularFromVisit?: number
  /** days to come back in for both retention rates; default 60 */
  firstVisitDays?: number
}

/** Clients of a month with the time to come back over, and those who did. */
export interface HealthRetention {
  served: number
  returned: number
  /** returned / served, 0–1, with its 95 % Wilson interval; `null` when nobody was served */
  rate: number | null
  low: number | null
  high: number | null
}

/** An amount for the month's new clients, its other clients, and the visits of regulars. */
export interface ByNewness {
  new: number | null
  returning: number | null
  regular: number | null
}

export interface MonthHealth {
  /** `year · 12 + (month − 1)`, as in {@link monthOf} */
  month: number
  /** the as-of date lies in this month, before its last day */
  partial: boolean
  /** the history starts in this month or at most two before it, so its new clients may be older ones */
  mayNotBeNew: boolean
  /** clients with a visit: served = new + returning; regular ones are of either kind */
  served: number
  new: number
  returning: number
  /** clients one of whose visits of the month is at least their `regularFromVisit`-th */
  regular: number
  /** of them new ones, who came that often within their first month */
  newRegular: number
  /** ÷ served, 0–1; `null` when nobody was */
  newShare: number | null
  returningShare: number | null
  regularShare: number | null
  /** distinct (client, day) */
  visits: number
  /** visits ÷ served */
  visitsPerClient: number | null
  /** minor units; `null` when no price is known. Of regulars: their visits from the `regularFromVisit`-th on. */
  revenue: ByNewness
  /** revenue ÷ visits with a known price, minor units, unrounded */
  averageTicket: ByNewness
  /** new clients back within `firstVisitDays` of their first-ever visit; `null` until that time is over for all */
  firstVisitRetention: HealthRetention | null
  /** the month's other clients back within as many days of their first visit of the month */
  returningRetention: HealthRetention | null
  /**
   * of the month's appointments with a client, 0–1; `null` when there are none, and while no month has any of the kind,
   * as a file that does not hold them looks like one in which nobody ever cancelled
   */
  cancelledShare: number | null
  noShowShare: number | null
}

const [NEW, RETURNING, REGULAR] = [0, 1, 2] as const

/**
 * Base health (METRICS §5): one entry for each month from that of the first visit to that of the as-of date, as known
 * at its end; none when no visit is known by then. Never throws. One pass over the visits.
 */
export function baseHealth(visits: Visits, asOf: Day, options: HealthOptions = {}): MonthHealth[] {
  if (visits.firstDay === NO_DAY || visits.firstDay > asOf) return []
  const { regularFromVisit = DEFAULT_REGULAR_FROM_VISIT, firstVisitDays = 60 } = options
  const first = monthOf(visits.firstDay)
  const count = monthOf(asOf) - first + 1
  const sums = new Sums(count)
  addVisits(visits, asOf, { regularFromVisit, firstVisitDays }, sums)
  addUnkept(visits, asOf, sums)
  const knowsCancelled = sums.cancelled.some((count) => count > 0)
  const knowsNoShows = sums.noShows.some((count) => count > 0)
  return Array.from({ length: count }, (_, i) => {
    const month = first + i
    const of = (column: Uint32Array, kind: number) => column[3 * i + kind]!
    const fresh = of(sums.clients, NEW)
    const returning = of(sums.clients, RETURNING)
    const regular = of(sums.clients, REGULAR)
    const served = fresh + returning
    const over = asOf >= monthStart(month + 1) - 1 + firstVisitDays
    return {
      month,
      partial: isPartial(month, asOf),
      mayNotBeNew: i <= 2,
      served,
      new: fresh,
      returning,
      regular,
      newRegular: sums.newRegular[i]!,
      newShare: ratio(fresh, served),
      returningShare: ratio(returning, served),
      regularShare: ratio(regular, served),
      visits: sums.visits[i]!,
      visitsPerClient: ratio(sums.visits[i]!, served),
      revenue: byNewness((kind) => (of(sums.pricedVisits, kind) === 0 ? null : sums.revenue[3 * i + kind]!)),
      averageTicket: byNewness((kind) => ratio(sums.revenue[3 * i + kind]!, of(sums.pricedVisits, kind))),
      firstVisitRetention: over ? retentionOf(of(sums.returned, NEW), fresh) : null,
      returningRetention: over ? retentionOf(of(sums.returned, RETURNING), returning) : null,
      cancelledShare: knowsCancelled ? ratio(sums.cancelled[i]!, sums.appointments[i]!) : null,
      noShowShare: knowsNoShows ? ratio(sums.noShows[i]!, sums.appointments[i]!) : null,
    }
  })
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function byNewness(amount: (kind: number) => number | null): ByNewness {
  return { new: amount(NEW), returning: amount(RETURNING), regular: amount(REGULAR) }
}

function retentionOf(returned: number, served: number): HealthRetention {
  const interval = wilson(returned, served)
  return {
    served,
    returned,
    rate: ratio(returned, served),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }
}

/** Sums by month; three entries a month, new, returning and regular, from `clients` on. */
class Sums {
  readonly visits: Uint32Array
  readonly appointments: Uint32Array
  readonly cancelled: Uint32Array
  readonly noShows: Uint32Array
  readonly newRegular: Uint32Array
  readonly clients: Uint32Array
  readonly returned: Uint32Array
  readonly revenue: Float64Array
  readonly pricedVisits: Uint32Array

  constructor(months: number) {
    this.visits = new Uint32Array(months)
    this.appointments = new Uint32Array(months)
    this.cancelled = new Uint32Array(months)
    this.noShows = new Uint32Array(months)
    this.newRegular = new Uint32Array(months)
    this.clients = new Uint32Array(3 * months)
    this.returned = new Uint32Array(3 * months)
    this.revenue = new Float64Array(3 * months)
    this.pricedVisits = new Uint32Array(3 * months)
  }
}

function addVisits(visits: Visits, asOf: Day, options: Required<HealthOptions>, sums: Sums) {
  const { clientStart, day, month: months, marks } = visits
  const { clients, returned, revenue, pricedVisits } = sums
  const { regularFromVisit, firstVisitDays } = options
  for (let client = 0; client < visits.clients; client++) {
    const end = clientStart[client + 1]!
    let row = clientStart[client]!
    if (row === end || day[row]! > asOf) continue
    const firstMonth = months[row]!
    /** entry of the month's new or returning clients, and its first visit until the client's next one */
    let entry = -1
    let anchor = NO_DAY
    let regularMonth = -1
    for (let visit = 1; row < end && day[row]! <= asOf; visit++) {
      const today = day[row]!
      const month = months[row]!
      if (anchor !== NO_DAY && today - anchor <= firstVisitDays) returned[entry]!++
      anchor = NO_DAY
      const own = 3 * month + (month === firstMonth ? NEW : RETURNING)
      if (own !== entry) {
        entry = own
        anchor = today
        clients[entry]!++
      }
      sums.visits[month]!++
      const regular = visit >= regularFromVisit
      if (regular && regularMonth !== month) {
        regularMonth = month
        clients[3 * month + REGULAR]!++
        if (month === firstMonth) sums.newRegular[month]!++
      }
      let amount = 0
      let priced = false
      for (; row < end && day[row] === today; row++) {
        if ((marks[row]! & MARKS.appointment) !== 0) sums.appointments[month]!++
        const known = revenueAt(visits, row)
        if (Number.isNaN(known)) continue
        amount += known
        priced = true
      }
      if (!priced) continue
      revenue[entry]! += amount
      pricedVisits[entry]!++
      if (!regular) continue
      revenue[3 * month + REGULAR]! += amount
      pricedVisits[3 * month + REGULAR]!++
    }
  }
}

/** Adds the appointments that are no visits, dated in each month and on or before the as-of date. */
function addUnkept({ unkept, firstDay: first }: Visits, asOf: Day, sums: Sums) {
  const { firstDay, offset } = monthsBetween(monthStart(monthOf(first)), asOf)
  const { day, kind } = unkept
  for (let i = 0; i < day.length; i++) {
    if (day[i]! < firstDay || day[i]! > asOf) continue
    const month = offset[day[i]! - firstDay]!
    const status = STATUSES[kind[i]! % UNKEPT_BOOKED]!
    sums.appointments[month]!++
    if (status === 'cancelled') sums.cancelled[month]!++
    if (status === 'no_show') sums.noShows[month]!++
  }
}
