import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { expectedVisits } from './expected-visits.ts'
import { mbgcnbdAlive, mbgcnbdExpectedVisits } from './mbgcnbd.ts'
import { type ModelKind, occasionsToLeave, type VisitParameters } from './parameters.ts'
import { simulate } from './testing.ts'

/** Gauss's hypergeometric series for 0 ≤ z < 1 and positive parameters. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; term > 1e-17 * sum; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
  }
  return sum
}

/** Closed form for k = 1: Fader, Hardie & Lee 2005, eq. 10; Batislam, Denizel & Filiztekin 2007. */
function closedForm(kind: ModelKind, { r, alpha, a, b }: VisitParameters, x: number, tx: number, T: number, t: number) {
  const n = occasionsToLeave(kind, x)
  const z = t / (alpha + T + t)
  const shrink = ((alpha + T) / (alpha + T + t)) ** (r + x) * hypergeometric(r + x, b + n, a + b + n - 1, z)
  const left = n === 0 ? 0 : (a / (b + n - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x)
  return (((a + b + n - 1) / (a - 1)) * (1 - shrink)) / (1 + left)
}

const HISTORIES = [
  [0, 0, 0],
  [0, 0, 39],
  [1, 1.71, 38.86],
  [2, 30.43, 38.86],
  [25, 38, 38.5],
] as const

test.each<ModelKind>(['bgnbd', 'mbgcnbd'])('with k = 1 the series of %s is the closed form', (kind) => {
  for (const a of [0.4, 0.9, 1.5, 8])
    for (const [x, tx, T] of HISTORIES)
      for (const weeks of [1, 39, 365 / 7]) {
        const parameters = { k: 1, r: 0.5, alpha: 6, a, b: 2 }
        const difference =
          expectedVisits(kind, parameters, x, tx, T, weeks) - closedForm(kind, parameters, x, tx, T, weeks)
        expect(Math.abs(difference)).toBeLessThan(2e-9)
      }
})

// mpmath with 30 digits, another way: each j = ticks since the last visit by itself, visit by visit, with incomplete
// beta functions. Columns: k, r, α, a, b, x, tx, T, weeks.
test.each([
  [[2, 1, 5, 0.5, 1, 2, 30.5, 38.75, 52], 2.2361466304133732, 0.8039432511554743],
  [[4, 1.5, 2, 0.6, 3, 0, 0, 10, 52], 1.6884704995200142, 0.6210852563500535],
  [[12, 8, 3, 0.3, 2, 30, 100, 103, 52.142857], 14.57797949684888, 0.9849214299274636],
  [[12, 11.6, 4.4, 0.37, 0.46, 120, 520, 526, 52.142857], 11.767400935900532, 0.9704494961877282],
  [[3, 0.4, 0.3, 0.9, 1.6, 0, 0, 0, 26], 2.177314051896189, 0.64],
  [[6, 2, 1, 1, 4, 5, 20, 60, 52], 3.590553266884024e-9, 7.817069820273046e-10],
] as const)('%j', ([k, r, alpha, a, b, x, tx, T, weeks], visits, alive) => {
  const parameters = { k, r, alpha, a, b }
  expect(Math.abs(mbgcnbdExpectedVisits(parameters, x, tx, T, weeks) - visits)).toBeLessThan(1e-9)
  expect(Math.abs(mbgcnbdAlive(parameters, x, tx, T) / alive - 1)).toBeLessThan(1e-12)
})

test('is finite at the corners of the bounds, for histories short and long', () => {
  const ends = [1e-4, 1e4]
  for (const r of ends)
    for (const a of ends)
      for (const b of ends)
        for (const [x, tx, T] of [...HISTORIES, [1000, 1100, 1400], [0, 0, 1400]] as const) {
          const visits = mbgcnbdExpectedVisits({ k: 12, r, alpha: Math.max(1, r / 4), a, b }, x, tx, T, 52)
          expect(visits).toBeGreaterThanOrEqual(0)
          expect(visits).toBeLessThan(Number.POSITIVE_INFINITY)
        }
})

test('who comes like clockwork and never leaves comes at their rate', () => {
  const parameters = { k: 12, r: 1e4, alpha: 1e4, a: 1e-4, b: 1e4 }
  expect(mbgcnbdExpectedVisits(parameters, 1000, 12_000, 12_006, 52)).toBeCloseTo(52 / 12, 1)
})

/**
 * Seeded Monte-Carlo: customers of the model are watched to T, forecast, and watched on. Predicted and seen visits
 * must agree within four standard errors, over all and among those alike in visits so far and in how long they are away.
 */
test.each<[ModelKind, VisitParameters]>([
  ['bgnbd', { k: 1, r: 0.8, alpha: 4, a: 0.8, b: 2.5 }],
  ['mbgcnbd', { k: 1, r: 0.8, alpha: 4, a: 0.8, b: 2.5 }],
  ['mbgcnbd', { k: 3, r: 2, alpha: 2.3, a: 0.6, b: 3 }],
  ['mbgcnbd', { k: 10, r: 5, alpha: 2, a: 0.4, b: 1.5 }],
])('%s %j forecasts what the process does', (kind, parameters) => {
  const random = randomFrom(20_260_405)
  const classes = new Map<string, { count: number; predicted: number; seen: number; squares: number }>()
  for (let i = 0; i < 30_000; i++) {
    const T = 80 * random()
    const weeks = 365 / 7
    const all = simulate(kind, parameters, T + weeks, random)
    const before = all.filter((visit) => visit <= T)
    const tx = before.at(-1)!
    const predicted = expectedVisits(kind, parameters, before.length - 1, tx, T, weeks)
    const seen = all.length - before.length
    const away = T - tx < 3 ? 'just here' : T - tx < 10 ? 'away' : 'long away'
    for (const name of ['all', `${Math.min(before.length - 1, 3)} repeats, ${away}`]) {
      const sums = classes.get(name) ?? { count: 0, predicted: 0, seen: 0, squares: 0 }
      sums.count++
      sums.predicted += predicted
      sums.seen += seen
      sums.squares += (seen - predicted) ** 2
      classes.set(name, sums)
    }
  }
  for (const [name, { count, predicted, seen, squares }] of classes) {
    if (count < 200) continue
    expect(Math.abs(seen - predicted) / Math.sqrt(squares), name).toBeLessThan(4)
  }
})
