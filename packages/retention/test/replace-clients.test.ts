import {
  baseHealth,
  buildVisits,
  rebooking,
  replaceClients,
  revenueAt,
  type Visits,
  WALK_INS,
} from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toLineTable } from './line-table.ts'
import type { Line, Salon } from './reference/line.ts'
import { CLIENTS, FIRST, salonWithin } from './salon.ts'

/** New clients behind the known ones. */
const NEW = 2

/** A salon, the clients who change, and the salon afterwards: theirs are other lines, everybody else's the same. */
const change = fc
  .tuple(
    salonWithin(110),
    salonWithin(110),
    fc.subarray([WALK_INS, ...Array(CLIENTS).keys()]),
    fc.infiniteStream(fc.boolean()),
  )
  .map(([salon, other, changed, coins]) => {
    const isChanged = ({ client }: Line) => changed.includes(client ?? WALK_INS) || (client ?? 0) >= CLIENTS
    const moved = other.lines.map((line) => ({
      ...line,
      client: line.client === null ? null : line.client + NEW,
      appointmentId: line.appointmentId + 1000,
    }))
    const kept = salon.lines.filter((line) => !isChanged(line))
    const fresh = moved.filter(isChanged)
    const after: Line[] = []
    while (kept.length + fresh.length > 0) {
      const fromKept = fresh.length === 0 || (kept.length > 0 && coins.next().value)
      after.push((fromKept ? kept : fresh).shift()!)
    }
    return { salon, changed, after: { lines: after, pastScheduled: salon.pastScheduled } satisfies Salon, isChanged }
  })

/** Everything the columns say, in words, so that the order of the names does not matter. */
function saidBy(visits: Visits) {
  const { names, bookings, unkept } = visits
  const rowsOf = <T>(start: Uint32Array, client: number, row: (row: number) => T): T[] =>
    Array.from({ length: start[client + 1]! - start[client]! }, (_, i) => row(start[client]! + i))
  const { firstDay, dataThrough, walkIns, appointments } = visits
  const clients = Array.from({ length: visits.clients }, (_, client) => ({
    source: names.source[visits.source[client]!],
    lastDay: visits.lastDay[client],
    visits: rowsOf(visits.clientStart, client, (row) => ({
      day: visits.day[row],
      staff: names.staff[visits.staff[row]!],
      service: [names.service[visits.service[row]!], names.serviceCategory[visits.service[row]!]],
      location: names.location[visits.location[row]!],
      revenue: revenueAt(visits, row),
      marks: visits.marks[row],
    })),
    bookings: rowsOf(bookings.clientStart, client, (row) => [
      bookings.day[row],
      bookings.ahead[row],
      bookings.cancelledAhead[row],
      names.staff[bookings.staff[row]!],
      names.bookedBy[bookings.bookedBy[row] ?? 0],
    ]).sort(),
    unkept: rowsOf(unkept.clientStart, client, (row) => [unkept.day[row], unkept.kind[row]]),
  }))
  return { clients, rows: visits.rows, firstDay, dataThrough, walkIns, appointments }
}

function afterwards({ salon, changed, after, isChanged }: typeof change extends fc.Arbitrary<infer T> ? T : never) {
  const rules = { pastScheduled: salon.pastScheduled }
  const before = buildVisits(toLineTable(salon.lines, CLIENTS), rules)
  const theirs = toLineTable(after.lines.filter(isChanged), CLIENTS + NEW)
  const rebuilt = buildVisits(toLineTable(after.lines, CLIENTS + NEW), rules)
  return { before, replaced: replaceClients(before, changed, theirs, rules), rebuilt }
}

test('replacing the clients who changed gives the columns of a full rebuild', () => {
  fc.assert(
    fc.property(change, (each) => {
      const { replaced, rebuilt } = afterwards(each)
      expect(saidBy(replaced)).toEqual(saidBy(rebuilt))
    }),
    { numRuns: 300 },
  )
})

test('what depends on the order of the file, and on what never became a visit, is that of a full rebuild', () => {
  fc.assert(
    fc.property(change, (each) => {
      const { replaced, rebuilt } = afterwards(each)
      const asOf = FIRST + 120
      const query = { base: { kind: 'span', from: FIRST, to: FIRST + 60 }, filters: [], asOf, by: 'bookedBy' } as const
      expect(rebooking(replaced, query)).toEqual(rebooking(rebuilt, query))
      expect(baseHealth(replaced, asOf)).toEqual(baseHealth(rebuilt, asOf))
    }),
    { numRuns: 200 },
  )
})

test('the columns before the change stay as they were', () => {
  fc.assert(
    fc.property(change, (each) => {
      const { before } = afterwards(each)
      expect(saidBy(before)).toEqual(
        saidBy(buildVisits(toLineTable(each.salon.lines, CLIENTS), { pastScheduled: each.salon.pastScheduled })),
      )
    }),
    { numRuns: 100 },
  )
})

test('more masters than a byte can tell apart, and years between booking and visit, widen the columns', () => {
  const line = (client: number, i: number, staff: string, bookedDay: number): Line => ({
    client,
    appointmentId: 1000 * client + i,
    day: FIRST + i,
    start: 600,
    status: 'completed',
    bookedDay,
    cancelledDay: null,
    staff,
    service: null,
    category: null,
    location: null,
    source: null,
    bookedBy: staff,
    revenue: 100,
    product: false,
  })
  const mine = [line(0, 0, 'Марта', FIRST - 1)]
  const theirs = Array.from({ length: 300 }, (_, i) => line(1, i, `Master ${i}`, FIRST - 300_000))
  const replaced = replaceClients(buildVisits(toLineTable(mine, 2)), [1], toLineTable(theirs, 2))
  expect(saidBy(replaced)).toEqual(saidBy(buildVisits(toLineTable([...mine, ...theirs], 2))))
})

test('a table that does not number all clients is refused', () => {
  const visits = buildVisits(toLineTable([], CLIENTS))
  expect(() => replaceClients(visits, [], toLineTable([], CLIENTS - 1))).toThrow(RangeError)
})
