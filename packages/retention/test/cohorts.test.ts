import { cohorts } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, undefinedPlaces, visitsOf } from './engine.ts'
import { asOfWithin } from './question.ts'
import { cohorts as reference } from './reference/cohorts.ts'
import { visitsUntil } from './reference/visits.ts'
import { ERA, inAnotherEra, salonWithin, withDistinctRevenues } from './salon.ts'

/** A spring, and two years with empty months in them. */
const salonAndDay = fc.oneof(...[110, 700].map((days) => fc.tuple(salonWithin(days), asOfWithin(days))))

test('cohorts are the ones METRICS §3 describes', () => {
  fc.assert(
    fc.property(salonAndDay, ([salon, asOf]) => {
      expectSame(cohorts(visitsOf(salon), asOf), reference(salon, asOf), 1e-9)
    }),
    { numRuns: 400 },
  )
})

test('everybody is in one cohort, and there in the month they began', () => {
  fc.assert(
    fc.property(salonAndDay, ([salon, asOf]) => {
      const rows = cohorts(visitsOf(salon), asOf)
      expect(undefinedPlaces(rows)).toEqual([])
      const clients = new Set(visitsUntil(salon, asOf).map((visit) => visit.client))
      expect(rows.reduce((sum, row) => sum + row.size, 0)).toBe(clients.size)
      for (const { size, cells } of rows) {
        expect(cells[0]).toMatchObject({ k: 0, share: 1, clients: size })
        for (const cell of cells) expect(cell.clients).toBeLessThanOrEqual(size)
      }
    }),
    { numRuns: 300 },
  )
})

test('the order of the file makes no cohort', () => {
  fc.assert(
    fc.property(salonAndDay, ([salon, asOf]) => {
      const { lines, pastScheduled } = withDistinctRevenues(salon)
      const reversed = { lines: lines.toReversed(), pastScheduled }
      expectSame(cohorts(visitsOf(reversed), asOf), cohorts(visitsOf({ lines, pastScheduled }), asOf))
    }),
    { numRuns: 100 },
  )
})

test('the calendar repeats after 400 years: cohorts before 1970 and after 2100 are no different', () => {
  fc.assert(
    fc.property(salonAndDay, fc.constantFrom(-1, 1), ([salon, asOf], eras) => {
      const moved = cohorts(visitsOf(inAnotherEra(salon, eras)), asOf + eras * ERA)
      const expected = cohorts(visitsOf(salon), asOf).map((row) => ({ ...row, month: row.month + eras * 4800 }))
      expectSame(moved, expected)
    }),
    { numRuns: 100 },
  )
})
