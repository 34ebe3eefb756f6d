import { buildVisits, formatDay, parseDay } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookOf, type TestLine } from '../book/testing.ts'
import { baseShare } from './base-share.ts'

const FIRST = parseDay('2025-01-01')!
const AS_OF = FIRST + 300

/** Days from the first of a client's appointments; how long before they were made, if known; whether they took place. */
const appointment = fc.record({
  day: fc.integer({ min: 0, max: 300 }),
  ahead: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  isKept: fc.boolean(),
  cancelledAhead: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
})
type Appointment = typeof appointment extends fc.Arbitrary<infer T> ? T : never
const salon = fc.array(fc.array(appointment, { minLength: 1, maxLength: 5 }), { minLength: 60, maxLength: 120 })

const isVisit = ({ isKept }: Appointment) => isKept
const cancelledOn = ({ day, isKept, cancelledAhead }: Appointment) =>
  isKept || cancelledAhead === null ? null : day - cancelledAhead

function linesOf(clients: Appointment[][]): TestLine[] {
  const opening = { client: 'first', day: formatDay(FIRST) }
  const rows = clients.flatMap((appointments, client) =>
    appointments.map((each, i): TestLine => {
      const { day, ahead, isKept } = each
      const cancelled = cancelledOn(each)
      return {
        ...{ id: `${client}-${i}`, client: `c${client}`, day: formatDay(FIRST + day) },
        status: isKept ? 'completed' : cancelled === null ? 'no_show' : 'cancelled',
        ...(ahead !== null && { bookedDay: formatDay(FIRST + day - ahead) }),
        ...(cancelled !== null && { cancelledDay: formatDay(FIRST + cancelled) }),
      }
    }),
  )
  return [opening, ...rows]
}

/** The same, one client and one day after another, straight from the appointments. */
function slowly(clients: Appointment[][], shortest: number, longest: number, window: number) {
  let all = 0
  let came = 0
  for (let look = 1; look <= 6; look++) {
    const day = 300 - look * window
    if (day - shortest < 0) break
    for (const own of [[{ day: 0, ahead: null, isKept: true, cancelledAhead: null }], ...clients]) {
      const visits = own.filter(isVisit).map((each) => each.day)
      const before = Math.max(...visits.filter((each) => each <= day), Number.NEGATIVE_INFINITY)
      if (day - before < shortest || day - before > longest) continue
      const holds = own.some((each) => {
        const isMade = each.ahead !== null && each.day > day && each.day - each.ahead <= day
        return isMade && !((cancelledOn(each) ?? Number.POSITIVE_INFINITY) <= day)
      })
      if (holds) continue
      all++
      if (visits.some((each) => each > day && each <= day + window)) came++
    }
  }
  return all < 50 ? null : { share: came / all, clients: all }
}

test('who would come by themselves is counted as a slow count does, whether or not booking times are known', () => {
  let said = 0
  fc.assert(
    fc.property(
      salon,
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 7, max: 60 }),
      (clients, from, more, window) => {
        const visits = buildVisits(bookOf(linesOf(clients)).lines)
        const expected = slowly(clients, from, from + more, window)
        if (expected) said++
        expect(baseShare(visits, AS_OF, [from, from + more], window)).toEqual(expected)
      },
    ),
    { numRuns: 150 },
  )
  expect(said).toBeGreaterThan(30)
})
