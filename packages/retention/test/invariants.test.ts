import { type OutcomeCounts, retentionReport } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, visitsOf } from './engine.ts'
import { inAnotherOrder, salonAndQuestion } from './question.ts'

test('served = returned + open + missed and missed = outside + booked + lost, in every row', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const { total, rows } = retentionReport(visitsOf(salon), question)
      const counts: OutcomeCounts[] = [total, ...rows].flatMap((row) => [row, row.new])
      for (const { served, returned, open, missed, outside, booked, lost } of counts) {
        expect(returned + open + missed).toBe(served)
        expect(outside + booked + lost).toBe(missed)
      }
    }),
    { numRuns: 500 },
  )
})

test('there is no rate before the time is over, and nobody is open after it', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const { total, rows, over, closesOn } = retentionReport(visitsOf(salon), question)
      expect(over).toBe(question.asOf >= closesOn)
      for (const row of [total, ...rows]) {
        const rates = [row.rate, row.rateLow, row.rateHigh, row.rateSame]
        if (over && row.served > 0) {
          expect(rates).not.toContain(null)
          expect(row.open).toBe(0)
        } else expect(rates).toEqual([null, null, null, null])
        if (!over || row.new.served === 0) expect(row.new.rate).toBeNull()
        else expect(row.new.rate).toBe(row.new.returned / row.new.served)
      }
    }),
    { numRuns: 500 },
  )
})

test('where a client is in one group only, the rows add up to the total', () => {
  fc.assert(
    fc.property(salonAndQuestion, fc.constantFrom('source' as const, 'newness' as const), ([salon, question], by) => {
      const { total, rows } = retentionReport(visitsOf(salon), { ...question, by })
      const columns = [
        'served',
        'returned',
        'open',
        'missed',
        'outside',
        'booked',
        'lost',
        'visits',
        'revenue',
      ] as const
      for (const column of columns) {
        const sum = rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)
        expect(sum).toBe(total[column] ?? 0)
      }
    }),
    { numRuns: 500 },
  )
})

test('the order of the file decides nothing while no two lines cost the same', () => {
  fc.assert(
    fc.property(inAnotherOrder, ({ salon, other, question }) => {
      const report = retentionReport(visitsOf(salon), question)
      expectSame(retentionReport(visitsOf(other), question), report)
    }),
    { numRuns: 500 },
  )
})

test('once the time is over, waiting longer changes neither who returned nor the rate', () => {
  fc.assert(
    fc.property(salonAndQuestion, fc.nat(40), fc.integer({ min: 1, max: 150 }), ([salon, question], after, wait) => {
      const visits = visitsOf(salon)
      const { closesOn } = retentionReport(visits, question)
      const early = retentionReport(visits, { ...question, asOf: closesOn + after })
      const late = retentionReport(visits, { ...question, asOf: closesOn + after + wait })
      const settled = (report: typeof early) =>
        [report.total, ...report.rows].map(({ outside, booked, lost, new: ofNew, ...row }) => ({
          ...row,
          new: [ofNew.served, ofNew.returned, ofNew.missed, ofNew.rate],
        }))
      expectSame(settled(late), settled(early))
    }),
    { numRuns: 500 },
  )
})
