import { baseHealth } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, undefinedPlaces, visitsOf } from './engine.ts'
import { asOfWithin } from './question.ts'
import { baseHealth as reference } from './reference/health.ts'
import { ERA, inAnotherEra, salonWithin, withDistinctRevenues } from './salon.ts'

/** A spring, and two years with empty months in them. */
const salonAndDay = fc.oneof(...[110, 700].map((days) => fc.tuple(salonWithin(days), asOfWithin(days))))

const options = fc.record({
  regularFromVisit: fc.integer({ min: 1, max: 4 }),
  firstVisitDays: fc.constantFrom(5, 30, 60),
})

test('the base is as healthy as METRICS §5 says', () => {
  fc.assert(
    fc.property(salonAndDay, options, ([salon, asOf], options) => {
      expectSame(baseHealth(visitsOf(salon), asOf, options), reference(salon, asOf, options), 1e-9)
    }),
    { numRuns: 300 },
  )
})

test('unless set, a regular has come three times, and a client has 60 days to return', () => {
  fc.assert(
    fc.property(salonAndDay, ([salon, asOf]) => {
      const settings = { regularFromVisit: 3, firstVisitDays: 60 }
      expectSame(baseHealth(visitsOf(salon), asOf), reference(salon, asOf, settings), 1e-9)
    }),
    { numRuns: 100 },
  )
})

test('new and returning clients are all who were served, and nothing is undefined', () => {
  fc.assert(
    fc.property(salonAndDay, options, ([salon, asOf], options) => {
      const months = baseHealth(visitsOf(salon), asOf, options)
      expect(undefinedPlaces(months)).toEqual([])
      for (const { served, regular, visits, revenue, ...month } of months) {
        expect(month.new + month.returning).toBe(served)
        expect(regular).toBeLessThanOrEqual(served)
        expect(visits).toBeGreaterThanOrEqual(served)
        expect(month.firstVisitRetention?.served ?? month.new).toBe(month.new)
        expect(month.returningRetention?.served ?? month.returning).toBe(month.returning)
      }
    }),
    { numRuns: 200 },
  )
})

test('a full month’s numbers stay, whatever comes later; a retention once told stays too', () => {
  fc.assert(
    fc.property(salonAndDay, options, fc.integer({ min: 1, max: 150 }), ([salon, asOf], options, wait) => {
      const visits = visitsOf(salon)
      const early = baseHealth(visits, asOf, options)
      const late = baseHealth(visits, asOf + wait, options)
      for (const [i, month] of early.entries()) {
        if (month.partial) continue
        const { firstVisitRetention, returningRetention, cancelledShare, noShowShare, ...counts } = month
        expect(late[i]).toMatchObject(counts)
        // no share until the data holds its first cancelled or missed appointment
        if (cancelledShare !== null) expect(late[i]!.cancelledShare).toBe(cancelledShare)
        if (noShowShare !== null) expect(late[i]!.noShowShare).toBe(noShowShare)
        if (firstVisitRetention) expect(late[i]!.firstVisitRetention).toEqual(firstVisitRetention)
        if (returningRetention) expect(late[i]!.returningRetention).toEqual(returningRetention)
      }
    }),
    { numRuns: 200 },
  )
})

test('neither the order of the file nor the century matters', () => {
  fc.assert(
    fc.property(salonAndDay, fc.constantFrom(-1, 1), ([salon, asOf], eras) => {
      const { lines, pastScheduled } = withDistinctRevenues(salon)
      const moved = inAnotherEra({ lines: lines.toReversed(), pastScheduled }, eras)
      const expected = baseHealth(visitsOf({ lines, pastScheduled }), asOf)
      expectSame(
        baseHealth(visitsOf(moved), asOf + eras * ERA),
        expected.map((row) => ({ ...row, month: row.month + eras * 4800 })),
      )
    }),
    { numRuns: 100 },
  )
})
