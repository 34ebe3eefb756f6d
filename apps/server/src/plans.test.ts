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
  ['where nobody sells plans there are none', null, { plan: 'free', trialEndsAt: YESTERDAY, isDemo: false }, null],
  ['the demo salon shows everything', HOST, { plan: 'free', trialEndsAt: null, isDemo: true }, null],
  ['a workspace has the plan it was given', HOST, { plan: 'pro', trialEndsAt: null, isDemo: false }, 'pro'],
  ['one that was given none has the default', HOST, { plan: null, trialEndsAt: null, isDemo: false }, 'lite'],
  ['a trial lasts until its end', HOST, { plan: 'pro', trialEndsAt: TOMORROW, isDemo: false }, 'pro'],
  ['and is free from then on', HOST, { plan: 'pro', trialEndsAt: NOW, isDemo: false }, 'free'],
] as const)('%s', (_, settings, given, plan) => {
  expect(planInForce(settings, given, NOW)).toBe(plan)
})
