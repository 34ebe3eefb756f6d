import { REBOOKING_COUNTS, REBOOKING_GROUPINGS, rebooking, rebookingPeople } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, undefinedPlaces, visitsOf } from './engine.ts'
import { type Asked, type Base, salonAndQuestion } from './question.ts'
import type { Salon } from './reference/line.ts'
import { type RebookingGrouping, rebooking as reference } from './reference/rebooking.ts'
import { ERA, inAnotherEra } from './salon.ts'

/** Most random salons know too few booking times for a rate; here every second one knows them all. */
const salonKnowingBookings = fc
  .tuple(salonAndQuestion, fc.boolean(), fc.nat(20))
  .map(([[salon, question], known, ahead]): [Salon, Asked] => {
    if (!known) return [salon, question]
    const lines = salon.lines.map((line) => ({ ...line, bookedDay: line.bookedDay ?? line.day - ahead }))
    return [{ ...salon, lines }, question]
  })

const anyGrouping = fc.constantFrom<RebookingGrouping>(...REBOOKING_GROUPINGS)

function rebookingOf(salon: Salon, { base, filters, asOf }: Asked, by: RebookingGrouping) {
  return rebooking(visitsOf(salon), { base, filters, asOf, by })
}

test('the rebooking rate is the one METRICS §4 describes', () => {
  fc.assert(
    fc.property(salonKnowingBookings, anyGrouping, ([salon, question], by) => {
      expectSame(rebookingOf(salon, question, by), reference(salon, question, by), 1e-9)
    }),
    { numRuns: 800 },
  )
})

test('kept visits were rebooked, and all of it stays within the visits', () => {
  fc.assert(
    fc.property(salonKnowingBookings, anyGrouping, ([salon, question], by) => {
      const report = rebookingOf(salon, question, by)
      expect(undefinedPlaces(report)).toEqual([])
      if ('reason' in report) return
      for (const row of [report.total, ...report.rows]) {
        expect(row.kept).toBeLessThanOrEqual(row.rebooked)
        expect(row.rebookedSame ?? 0).toBeLessThanOrEqual(row.rebooked)
        expect(row.rebooked).toBeLessThanOrEqual(row.visits)
      }
    }),
    { numRuns: 300 },
  )
})

test('where a visit is in one row only, the rows add up to the total', () => {
  fc.assert(
    fc.property(
      salonKnowingBookings,
      fc.constantFrom('source' as const, 'newness' as const, 'weekday' as const),
      ([salon, question], by) => {
        const report = rebookingOf(salon, question, by)
        if ('reason' in report) return
        for (const column of ['visits', 'rebooked', 'kept'] as const) {
          expect(report.rows.reduce((sum, row) => sum + row[column], 0)).toBe(report.total[column])
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('each rebooked visit is one booker’s, and all of them share the visits', () => {
  fc.assert(
    fc.property(salonKnowingBookings, ([salon, question]) => {
      const report = rebookingOf(salon, question, 'bookedBy')
      if ('reason' in report) return
      const sum = (column: 'rebooked' | 'kept') => report.rows.reduce((all, row) => all + row[column], 0)
      expect([sum('rebooked'), sum('kept')]).toEqual([report.total.rebooked, report.total.kept])
      for (const row of report.rows) expect(row.visits).toBe(report.total.visits)
    }),
    { numRuns: 200 },
  )
})

test('after the base period time only tells who kept the appointment, never who was rebooked', () => {
  fc.assert(
    fc.property(salonKnowingBookings, anyGrouping, fc.integer({ min: 1, max: 150 }), ([salon, question], by, wait) => {
      const rates = (asOf: number) => {
        const report = rebookingOf(salon, { ...question, asOf }, by)
        if ('reason' in report) return report
        return [report.total, ...report.rows].map(({ kept, keptRate, ...row }) => row)
      }
      const { to } = question.base
      expectSame(rates(to + wait), rates(to))
    }),
    { numRuns: 200 },
  )
})

test('the calendar repeats after 400 years: weekdays before 1970 and after 2100 are no different', () => {
  fc.assert(
    fc.property(salonKnowingBookings, fc.constantFrom(-1, 1), ([salon, question], eras) => {
      const { from, to } = question.base
      const base: Base = { kind: 'span', from: from + eras * ERA, to: to + eras * ERA }
      const moved = { ...question, base, asOf: question.asOf + eras * ERA }
      expectSame(rebookingOf(inAnotherEra(salon, eras), moved, 'weekday'), rebookingOf(salon, question, 'weekday'))
    }),
    { numRuns: 100 },
  )
})

test('the people behind a number are those whose own visits give one, once each', () => {
  fc.assert(
    fc.property(
      salonKnowingBookings,
      anyGrouping,
      fc.constantFrom(...REBOOKING_COUNTS),
      ([salon, question], by, count) => {
        const report = rebookingOf(salon, question, by)
        if ('reason' in report) return
        const { base, filters, asOf } = question
        for (const { key } of report.rows) {
          const people = rebookingPeople(visitsOf(salon), { base, filters, asOf, by }, { count, group: key })
          const expected = [...new Set(salon.lines.map(({ client }) => client))].filter((client) => {
            if (client === null) return false
            const own = rebookingOf(
              { ...salon, lines: salon.lines.filter((line) => line.client === client) },
              question,
              by,
            )
            fc.pre(!('reason' in own))
            const row = own.rows.find((each) => each.key === key) ?? {
              ...NOTHING,
              visits: by === 'bookedBy' ? own.total.visits : 0,
            }
            return (count === 'notRebooked' ? row.visits - row.rebooked : (row[count] ?? 0)) > 0
          })
          expect(people).toEqual(expected.sort((a, b) => a! - b!))
        }
      },
    ),
    { numRuns: 300 },
  )
})

const NOTHING = { visits: 0, rebooked: 0, rebookedSame: 0, kept: 0 }
