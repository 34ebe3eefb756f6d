import {
  cohorts,
  GROUPINGS,
  lostClients,
  retentionReport,
  retentionReports,
  retentionScreen,
  returnCurve,
} from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitsOf } from './engine.ts'
import { salonAndQuestion } from './question.ts'

test('several reports in one pass are the reports one by one', () => {
  fc.assert(
    fc.property(salonAndQuestion, fc.subarray([...GROUPINGS]), ([salon, question], groupings) => {
      const visits = visitsOf(salon)
      expect(retentionReports(visits, question, groupings)).toEqual(
        groupings.map((by) => retentionReport(visits, { ...question, by })),
      )
    }),
    { numRuns: 300 },
  )
})

test('the screen in one bundle is what its tabs answer one by one', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const visits = visitsOf(salon)
      const { base, rule, filters, asOf } = question
      expect(retentionScreen(visits, { base, rule, filters, asOf }, GROUPINGS)).toEqual({
        reports: GROUPINGS.map((by) => retentionReport(visits, { ...question, by })),
        lost: lostClients(visits, question),
        curve: returnCurve(visits, { base, filters, asOf, by: 'all' }),
        cohorts: cohorts(visits, asOf),
      })
    }),
    { numRuns: 300 },
  )
})
