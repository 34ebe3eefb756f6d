import { drawHoldout, winBackEffect } from '@comeback/retention'
import { expect, test } from 'vitest'
import { comings, MESSAGE_BRINGS } from './comings.ts'

const RUNS = 400
const AUDIENCE = 222
const SENT = 20_000
const WINDOW = 30

/** A campaign to clients lost long ago, played on for as long as its effect is counted. */
function campaign(seed: number) {
  const strata = Array.from({ length: AUDIENCE }, (_, client) => client % 4)
  const held = drawHoldout(strata, 0.1, seed)
  const contacted = { clients: 0, visited: 0, revenue: 0 }
  const holdout = { clients: 0, visited: 0, revenue: 0 }
  for (const client of strata.keys()) {
    const arm = held[client] === 1 ? holdout : contacted
    const habit = { client, lastVisit: SENT - 150 - (client % 90), gap: 40, isBooked: false }
    const came = comings({ ...habit, messages: arm === contacted ? [SENT] : [] }, SENT + 1, SENT + WINDOW, seed)
    arm.clients++
    if (came.length > 0) arm.visited++
  }
  return winBackEffect(contacted, holdout, 0)
}

test('the interval of a campaign covers the lift its clients are known to have in 95 ± 2 % of 400 campaigns', () => {
  const byThemselves = 1 - (1 - 0.0015) ** WINDOW
  const truth = MESSAGE_BRINGS * (1 - byThemselves)
  let covered = 0
  let sum = 0
  for (let seed = 1; seed <= RUNS; seed++) {
    const { lift } = campaign(seed)
    if (lift!.low <= truth && truth <= lift!.high) covered++
    sum += lift!.difference
  }
  expect(Math.abs(sum / RUNS - truth)).toBeLessThan(0.01)
  expect(covered / RUNS).toBeGreaterThanOrEqual(0.93)
  expect(covered / RUNS).toBeLessThanOrEqual(0.97)
})

test('days played one by one bring what they bring at once', () => {
  let visits = 0
  for (let client = 0; client < 40; client++) {
    const habit = { client, lastVisit: SENT - 35, gap: 30, isBooked: false, messages: [SENT] }
    const atOnce = comings(habit, SENT + 1, SENT + 60, 3)
    const oneByOne = []
    let { lastVisit } = habit
    for (let day = SENT + 1; day <= SENT + 60; day++) {
      const came = comings({ ...habit, lastVisit }, day, day, 3)
      oneByOne.push(...came)
      lastVisit = came.at(-1)?.day ?? lastVisit
    }
    visits += atOnce.length
    expect(oneByOne).toEqual(atOnce)
  }
  expect(visits).toBeGreaterThan(20)
})
