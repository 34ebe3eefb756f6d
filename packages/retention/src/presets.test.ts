import { expect, test } from 'vitest'
import type { Period } from './calendar.ts'
import { otherTools, type Preset } from './presets.ts'
import type { ReturnQuery } from './query.ts'
import { type Booked, visitsOf } from './testing.ts'

const BASE: Period = { kind: 'span', from: 100, to: 129 }
const WINDOW: ReturnQuery = { base: BASE, filters: [], rule: { kind: 'window', days: 40 }, asOf: 300 }
const PERIOD: ReturnQuery = { ...WINDOW, rule: { kind: 'period', from: 140, to: 159 } }

const BOOKED: Booked[] = [
  // came before, twice in the base, back after 40 days from the last, to another master
  { client: 0, day: 20, staff: 'Ann' },
  { client: 0, day: 105, staff: 'Ann' },
  { client: 0, day: 110, staff: 'Ann' },
  { client: 0, day: 150, staff: 'Bea' },
  // new, back after 45 days to the same master
  { client: 1, day: 125, staff: 'Bea' },
  { client: 1, day: 170, staff: 'Bea' },
  // new, never back
  { client: 2, day: 129, staff: 'Bea' },
  // long gone
  { client: 3, day: -300, staff: 'Ann' },
]

function answer(preset: Preset, query: ReturnQuery, hasPhone?: (client: number) => boolean) {
  const all = otherTools(visitsOf(BOOKED), query, hasPhone ? { hasPhone } : {})
  return all.find((each) => each.preset === preset)!
}

test.each<[Preset, ReturnQuery, number, number, object]>([
  ['dikidi', PERIOD, 1, 3, { base: { from: 100, to: 129 }, back: { from: 140, to: 159 }, days: null }],
  ['dikidi', WINDOW, 1, 3, { base: { from: 100, to: 129 }, back: { from: 130, to: 159 }, days: null }],
  ['altegio', WINDOW, 1, 2, { base: { from: 90, to: 129 }, back: { from: 130, to: 159 }, days: 40 }],
  ['altegio', PERIOD, 1, 2, { base: { from: 110, to: 139 }, back: { from: 140, to: 159 }, days: 30 }],
  ['kpibi', WINDOW, 1, 2, { base: { from: 100, to: 129 }, back: null, days: null }],
  ['zenoti', WINDOW, 1, 3, { base: { from: 100, to: 129 }, back: { from: 130, to: 169 }, days: 40 }],
  ['boulevard', WINDOW, 1, 3, { base: { from: 100, to: 129 }, back: null, days: 40 }],
  ['boulevard', { ...WINDOW, rule: { kind: 'window', days: 7 } }, 1, 3, { days: 30 }],
  ['salonbiz', WINDOW, 2, 3, { base: { from: 100, to: 129 }, back: null, days: 90 }],
  ['mytime', WINDOW, 1, 3, { base: { from: 100, to: 129 }, back: null, days: 45 }],
  ['square', WINDOW, 1, 3, { base: { from: 100, to: 129 }, back: { from: -265, to: 99 }, days: null }],
])('%s %#', (preset, query, numerator, denominator, rule) => {
  const all = answer(preset, query, (client) => client !== 2)
  expect(all).toMatchObject({ numerator, denominator, rule, open: 0, rate: numerator / denominator, reason: null })
})

test('ours stands beside each', () => {
  for (const { ours, oursReason } of otherTools(visitsOf(BOOKED), WINDOW)) {
    expect(ours).toBeCloseTo(1 / 3, 12)
    expect(oursReason).toBeNull()
  }
})

test('before the time is over they show a number, ours waits, and who may still come is counted', () => {
  const early = { ...WINDOW, asOf: 140 }
  expect(answer('salonbiz', early)).toMatchObject({
    numerator: 0,
    denominator: 3,
    open: 3,
    rate: 0,
    ours: null,
    oursReason: 'notOver',
  })
  expect(answer('boulevard', early)).toMatchObject({ numerator: 1, open: 2 })
})

test('without phones, or without clients, a number is null with its reason', () => {
  expect(answer('altegio', WINDOW)).toMatchObject({ rate: null, reason: 'noPhones' })
  const nobody = { ...WINDOW, base: { kind: 'span', from: -900, to: -800 } as const }
  for (const { rate, reason, ours, oursReason } of otherTools(visitsOf(BOOKED), nobody, { hasPhone: () => true })) {
    expect([rate, reason, ours, oursReason]).toEqual([null, 'noClients', null, 'noClients'])
  }
  expect(otherTools(visitsOf([]), WINDOW).every(({ rate }) => rate === null)).toBe(true)
})
