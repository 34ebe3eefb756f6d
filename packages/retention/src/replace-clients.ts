import { buildVisits, type VisitRules } from './build-visits.ts'
import { indicesFor } from './columns.ts'
import { countAppointments, dataThroughOf, monthsOfRows } from './facts-of-rows.ts'
import { type MergedNames, mergeNames } from './merge-names.ts'
import { type Splice, spliceColumn, spliceRuns } from './splice.ts'
import {
  type Bookings,
  type Indices,
  type LineTable,
  NO_REVENUE,
  revenueAt,
  type Unkept,
  type Visits,
} from './visits.ts'

/** The walk-ins without an identity, where clients are listed. */
export const WALK_INS = -1

/**
 * The columns after a change that touched some clients: what {@link buildVisits} would make of all lines, at the cost of
 * copying the columns and building those clients' rows. The columns given are left as they are.
 *
 * `lines` has every line of the `changed` clients as they are now, in the order of the whole book, and no others. They
 * are numbered as in `visits`, new clients behind the last; a client without lines keeps their number. When walk-ins have
 * changed, {@link WALK_INS} is among the `changed`, and of their lines the latest and the latest completed one will do.
 * Names may come in any order: known ones keep their place, new ones are added, unused ones stay. Same `rules` as before.
 * Throws a RangeError when `lines` knows fewer clients than `visits`.
 */
export function replaceClients(
  visits: Visits,
  changed: Iterable<number>,
  lines: LineTable,
  rules: VisitRules = {},
): Visits {
  if (lines.clients < visits.clients) throw new RangeError('lines.clients is below visits.clients: number all clients')
  const fresh = buildVisits(lines, rules)
  const isFresh = new Uint8Array(lines.clients).fill(1, visits.clients)
  let walkIns = visits.walkIns
  for (const client of changed) {
    if (client === WALK_INS) walkIns = fresh.walkIns
    else isFresh[client] = 1
  }
  const merged = mergeNames(visits.names, fresh.names)
  const splice = spliceRuns(visits, fresh, isFresh)
  const rows = splice.clientStart[lines.clients]!
  const indices = (of: 'staff' | 'service' | 'location') =>
    spliceColumn(splice, visits[of], fresh[of], indicesFor(merged.names[of].length, rows), merged[of])
  const source = indicesFor(merged.names.source.length, lines.clients)
  const spliced = {
    clients: lines.clients,
    rows,
    clientStart: splice.clientStart,
    debutDay: choose(visits.debutDay, fresh.debutDay, isFresh, new Int32Array(lines.clients)),
    lastDay: choose(visits.lastDay, fresh.lastDay, isFresh, new Int32Array(lines.clients)),
    day: spliceColumn(splice, visits.day, fresh.day, new Int32Array(rows)),
    staff: indices('staff'),
    service: indices('service'),
    location: indices('location'),
    marks: spliceColumn(splice, visits.marks, fresh.marks, new Uint8Array(rows)),
    ...spliceRevenue(splice, visits, fresh, rows),
    source: choose(
      visits.source,
      Int32Array.from(fresh.source, (each) => merged.source[each]!),
      isFresh,
      source,
    ),
    names: merged.names,
    bookings: spliceBookings(visits.bookings, fresh.bookings, isFresh, merged),
    unkept: spliceUnkept(visits.unkept, fresh.unkept, isFresh),
    walkIns,
  }
  const [before, now] = [countAppointments(visits, isFresh), countAppointments(fresh, isFresh)]
  const appointments = {
    all: visits.appointments.all - before.all + now.all,
    booked: visits.appointments.booked - before.booked + now.booked,
  }
  return { ...spliced, appointments, ...monthsOfRows(spliced), dataThrough: dataThroughOf(spliced) }
}

/** A column of clients. */
function choose<T extends Indices | Int32Array>(kept: T, fresh: Indices | Int32Array, isFresh: Uint8Array, into: T): T {
  into.set(kept)
  for (let client = 0; client < isFresh.length; client++) if (isFresh[client] === 1) into[client] = fresh[client]!
  return into
}

function spliceRevenue(
  splice: Splice,
  kept: Visits,
  fresh: Visits,
  rows: number,
): Pick<Visits, 'revenue' | 'unknownRevenue'> {
  if (kept.revenue instanceof Int32Array && fresh.revenue instanceof Int32Array) {
    const revenue = spliceColumn(splice, kept.revenue, fresh.revenue, new Int32Array(rows))
    return { revenue, unknownRevenue: NO_REVENUE }
  }
  const revenue = spliceColumn(splice, inEightBytes(kept), inEightBytes(fresh), new Float64Array(rows))
  return { revenue, unknownRevenue: Number.NaN }
}

function inEightBytes(visits: Visits): Float64Array {
  return visits.revenue instanceof Float64Array
    ? visits.revenue
    : Float64Array.from(visits.revenue, (_, row) => revenueAt(visits, row))
}

function spliceBookings(kept: Bookings, fresh: Bookings, isFresh: Uint8Array, merged: MergedNames): Bookings {
  const splice = spliceRuns(kept, fresh, isFresh)
  const rows = splice.clientStart[isFresh.length]!
  const { staff, bookedBy } = merged.names
  const bookers = bookedBy.length <= 1 ? new Uint8Array(0) : indicesFor(bookedBy.length, rows)
  return {
    clientStart: splice.clientStart,
    day: spliceColumn(splice, kept.day, fresh.day, new Int32Array(rows)),
    ahead: spliceColumn(splice, kept.ahead, fresh.ahead, widerOf(kept.ahead, fresh.ahead, rows)),
    cancelledAhead: spliceColumn(
      splice,
      kept.cancelledAhead,
      fresh.cancelledAhead,
      widerOf(kept.cancelledAhead, fresh.cancelledAhead, rows),
    ),
    staff: spliceColumn(splice, kept.staff, fresh.staff, indicesFor(staff.length, rows), merged.staff),
    bookedBy:
      bookers.length === 0 ? bookers : spliceColumn(splice, filled(kept), filled(fresh), bookers, merged.bookedBy),
  }
}

/** Who booked, also where the column is empty because nobody is named. */
function filled({ bookedBy, day }: Bookings): Indices {
  return bookedBy.length === day.length ? bookedBy : new Uint8Array(day.length)
}

function widerOf(a: Indices, b: Indices, length: number): Indices {
  return indicesFor(2 ** (8 * Math.max(a.BYTES_PER_ELEMENT, b.BYTES_PER_ELEMENT)), length)
}

function spliceUnkept(kept: Unkept, fresh: Unkept, isFresh: Uint8Array): Unkept {
  const splice = spliceRuns(kept, fresh, isFresh)
  const rows = splice.clientStart[isFresh.length]!
  return {
    clientStart: splice.clientStart,
    day: spliceColumn(splice, kept.day, fresh.day, new Int32Array(rows)),
    kind: spliceColumn(splice, kept.kind, fresh.kind, new Uint8Array(rows)),
  }
}
