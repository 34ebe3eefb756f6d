import { nextPeriodRule, retentionReport } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, visitsOf } from './engine.ts'
import { baseWithin, salonAndQuestion } from './question.ts'
import { nextPeriod } from './reference/calendar.ts'
import { retentionReport as reference } from './reference/report.ts'

test('the retention report is the one METRICS §1 describes', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const { base, ...report } = retentionReport(visitsOf(salon), question)
      expectSame({ ...report, base: { from: base.from, to: base.to } }, reference(salon, question))
    }),
    { numRuns: 1500 },
  )
})

test('next is the following period of the same kind', () => {
  fc.assert(
    fc.property(baseWithin(110), (base) => {
      expect(nextPeriodRule(base)).toEqual({ kind: 'period', ...nextPeriod(base) })
    }),
    { numRuns: 300 },
  )
})
