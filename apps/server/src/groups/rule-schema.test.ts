import { expect, test } from 'vitest'
import type { GroupRule } from './rule.ts'
import { RuleBody } from './rule-schema.ts'

const LOST = { kind: 'outcome', base: '2025-Q4', return: 'next', outcome: 'lost' }
const nested = (depth: number): unknown => (depth === 0 ? LOST : { kind: 'not', rule: nested(depth - 1) })

test.each<[string, unknown]>([
  ['a lost list', LOST],
  ['one that moves with the days', { ...LOST, base: 'quarter-2', return: '60d' }],
  ['a period of return', { ...LOST, return: '2026-01-01..2026-02-15' }],
  ['states', { kind: 'rhythm', states: ['due', 'atRisk'] }],
  ['an open range', { kind: 'visits', from: 3, to: null }],
  ['scores', { kind: 'surveyScore', from: 0, to: 6, withinDays: 90 }],
  ['dates', { kind: 'lastVisit', from: '2025-12-01', to: '2025-12-31' }],
  ['a birthday today', { kind: 'birthday', days: 0, month: null }],
  ['a month of birth', { kind: 'birthday', days: null, month: 12 }],
  [
    'and, or, not',
    {
      kind: 'and',
      rules: [
        { kind: 'or', rules: [LOST] },
        { kind: 'not', rule: LOST },
      ],
    },
  ],
  ['four deep', nested(4)],
])('%s is a rule', (_, rule) => {
  expect(RuleBody.parse(rule)).toMatchObject(rule as GroupRule)
})

test.each<[string, unknown]>([
  ['nothing', {}],
  ['an unknown kind', { kind: 'sql', text: 'DROP TABLE clients' }],
  ['a base that is none', { ...LOST, base: '2025-13' }],
  ['a return before the base ends', { ...LOST, return: '2025-11' }],
  ['a fixed return after a base that moves', { ...LOST, base: 'month-1', return: '2026-02' }],
  ['a filter that is none', { ...LOST, filter: ['Марта'] }],
  ['no bounds', { kind: 'visits', from: null, to: null }],
  ['crossed bounds', { kind: 'spend', from: 2, to: 1 }],
  ['a score that is none', { kind: 'surveyScore', from: 9, to: 11, withinDays: null }],
  ['no scores', { kind: 'surveyScore', from: null, to: null, withinDays: 30 }],
  ['crossed dates', { kind: 'lastVisit', from: '2026-01-02', to: '2026-01-01' }],
  ['a date that is none', { kind: 'lastVisit', from: '2026-02-30', to: null }],
  ['a birthday at any time', { kind: 'birthday', days: null, month: null }],
  ['two kinds of birthday at once', { kind: 'birthday', days: 7, month: 3 }],
  ['a thirteenth month', { kind: 'birthday', days: null, month: 13 }],
  ['no conditions', { kind: 'and', rules: [] }],
  ['no values', { kind: 'staff', values: [], when: 'last' }],
  ['everybody at random', { kind: 'share', percent: 100, seed: 1 }],
  ['five deep', nested(5)],
  ['too many', { kind: 'or', rules: Array(50).fill(LOST) }],
])('%s is none', (_, rule) => {
  expect(RuleBody.safeParse(rule).success).toBe(false)
})
