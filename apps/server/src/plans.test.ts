import { expect, test } from 'vitest'
import { FEATURES, includes, leastPlan, PLANS, planInForce } from './plans.ts'

/** Columns: free, lite, pro, and where there are no plans. */
const TABLE = {
  retention: '– ✓ ✓ ✓',
  due: '– ✓ ✓ ✓',
  files: '– ✓ ✓ ✓',
  fairComparison: '– – ✓ ✓',
  forecasts: '– – ✓ ✓',
  winback: '– – ✓ ✓',
  api: '– – ✓ ✓',
} as const

test.each(FEATURES)('%s', (feature) => {
  const row = [...PLANS, null].map((plan) => (includes(plan, feature) ? '✓' : '–')).join(' ')
  expect(row).toBe(TABLE[feature])
  expect(PLANS.find((plan) => includes(plan, feature))).toBe(leastPlan(feature))
})

const NOW = new Date('2026-11-22T12:00:00Z')
const YESTERDAY = new Date('2026-11-21T12:00:00Z')
const TOMORROW = new Date('2026-11-23T12:00:00Z')
const HOST = { defaultPlan: 'lite', trialDays: 14, contactUrl: null } as const

test.each([
  [
    'where nobody sells plans there are none',
    null,
    { plan: 'free', trialEndsAt: YESTERDAY, isDemo: false, practiceDay: null },
    null,
  ],
  ['the demo salon shows everything', HOST, { plan: 'free', trialEndsAt: null, isDemo: true, practiceDay: null }, null],
  ['so does a practice salon', HOST, { plan: null, trialEndsAt: null, isDemo: false, practiceDay: '2026-04-05' }, null],
  [
    'a workspace has the plan it was given',
    HOST,
    { plan: 'pro', trialEndsAt: null, isDemo: false, practiceDay: null },
    'pro',
  ],
  [
    'one that was given none has the default',
    HOST,
    { plan: null, trialEndsAt: null, isDemo: false, practiceDay: null },
    'lite',
  ],
  [
    'a trial lasts until its end',
    HOST,
    { plan: 'pro', trialEndsAt: TOMORROW, isDemo: false, practiceDay: null },
    'pro',
  ],
  ['and is free from then on', HOST, { plan: 'pro', trialEndsAt: NOW, isDemo: false, practiceDay: null }, 'free'],
] as const)('%s', (_, settings, given, plan) => {
  expect(planInForce(settings, given, NOW)).toBe(plan)
})
