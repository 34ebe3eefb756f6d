import { type CountName, flows, peopleBehind, retentionReport } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, visitsOf } from './engine.ts'
import { salonAndQuestion } from './question.ts'
import { type Cell, peopleBehind as reference } from './reference/people.ts'
import { NAMES } from './salon.ts'

const COUNTS = ['served', 'returned', 'returnedSame', 'open', 'missed', 'outside', 'booked', 'lost'] as const
const count = fc.constantFrom(...COUNTS, 'stayed' as const, 'moved' as const)
const staff = fc.option(fc.constantFrom(null, ...NAMES.staff), { nil: undefined, freq: 1 })

test('the people behind a number are the clients the definitions name', () => {
  fc.assert(
    fc.property(salonAndQuestion, count, fc.boolean(), staff, staff, ([salon, question], count, newOnly, from, to) => {
      const ends = {
        ...(from === undefined ? {} : { anchorStaff: from }),
        ...(to === undefined ? {} : { nextStaff: to }),
      }
      const visits = visitsOf(salon)
      const keys = [undefined, ...retentionReport(visits, question).rows.map((row) => row.key)]
      for (const group of keys) {
        const cell: Cell = group === undefined ? { count, newOnly, ...ends } : { count, newOnly, group, ...ends }
        const people = peopleBehind(visits, question, cell)
        expectSame(
          people.toSorted((a, b) => a.client - b.client),
          reference(salon, question, cell),
        )
      }
    }),
    { numRuns: 1500 },
  )
})

test('every number of the report opens as many people as it says', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const visits = visitsOf(salon)
      const { total, rows } = retentionReport(visits, question)
      for (const count of COUNTS) {
        expect(peopleBehind(visits, question, { count })).toHaveLength(total[count])
        for (const row of rows) {
          expect(peopleBehind(visits, question, { count, group: row.key })).toHaveLength(row[count])
          if (count === 'returnedSame') continue
          expect(peopleBehind(visits, question, { count, group: row.key, newOnly: true })).toHaveLength(row.new[count])
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('every cell of the flows opens as many people as it says', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const visits = visitsOf(salon)
      for (const row of flows(visits, question).rows) {
        const cell = (count: CountName, nextStaff?: string | null) =>
          peopleBehind(visits, question, { count, anchorStaff: row.staff, nextStaff }).length
        for (const count of ['stayed', 'moved', 'open', 'missed'] as const) expect(cell(count)).toBe(row[count])
        for (const to of row.to) expect(cell('returned', to.staff)).toBe(to.clients)
      }
    }),
    { numRuns: 300 },
  )
})
