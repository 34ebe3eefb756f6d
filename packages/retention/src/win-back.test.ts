import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisherExact } from './fisher.ts'
import { randomFrom } from './random.ts'
import { detectableLift, drawHoldout, winBackEffect } from './win-back.ts'

test('Fisher’s exact test gives what R’s fisher.test gives', () => {
  expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(0.4857142857142857, 12)
  expect(fisherExact(2, 17, 10, 13)).toBeCloseTo(0.0005367241, 10)
})

/** All tables with these margins, told apart by x1, counted one by one. */
function slowFisher(x1: number, n1: number, x2: number, n2: number): number {
  const choose = (n: number, k: number): bigint => {
    let result = 1n
    for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i)
    return result
  }
  const ways = (x: number) => choose(n1, x) * choose(n2, x1 + x2 - x)
  let all = 0n
  let asRare = 0n
  for (let x = Math.max(0, x1 + x2 - n2); x <= Math.min(n1, x1 + x2); x++) {
    all += ways(x)
    if (ways(x) <= ways(x1)) asRare += ways(x)
  }
  return Number((asRare * 10n ** 15n) / all) / 1e15
}

test('Fisher’s exact test counts the tables that are as rare', () => {
  const group = fc.integer({ min: 0, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(group, group, ([x1, n1], [x2, n2]) => {
      expect(fisherExact(x1, n1, x2, n2)).toBeCloseTo(slowFisher(x1, n1, x2, n2), 9)
    }),
  )
})

test('what came after the message and what came because of it are told apart', () => {
  const effect = winBackEffect(
    { clients: 200, visited: 40, revenue: 2_000_000 },
    { clients: 22, visited: 2, revenue: 88_000 },
    150_000,
  )
  expect(effect.contacted.visited).toBe(40)
  expect(effect.lift!.difference).toBeCloseTo(0.2 - 2 / 22, 12)
  expect(effect.incrementalVisits!.expected).toBeCloseTo(40 - (2 / 22) * 200, 10)
  expect(effect.incrementalVisits!.low).toBeLessThan(0)
  expect(effect.incrementalRevenue).toBeCloseTo(2_000_000 - 4_000 * 200, 6)
  expect(effect.returnOnSpend).toBeCloseTo(8, 10)
  expect(effect.p).toBeGreaterThan(0.2)
})

test('revenue because of it has an interval as wide as what clients bring differs', () => {
  // means 3 and 1; squared deviations 85 − 5 · 9 = 40 and 8 − 4 · 1 = 4
  const contacted = { clients: 5, visited: 4, revenue: 15, revenueSquares: 85 }
  const holdout = { clients: 4, visited: 2, revenue: 4, revenueSquares: 8 }
  const { incrementalRevenue, incrementalRevenueRange: range } = winBackEffect(contacted, holdout, 0)
  const half = 5 * 1.959963984540054 * Math.sqrt(40 / 4 / 5 + 4 / 3 / 4)
  expect(incrementalRevenue).toBeCloseTo(10, 12)
  expect(range!.low).toBeCloseTo(10 - half, 10)
  expect(range!.high).toBeCloseTo(10 + half, 10)
  expect(winBackEffect(contacted, { ...holdout, visited: 1 }, 0).incrementalRevenueRange).toBeNull()
  const { revenueSquares: _, ...sumsOnly } = contacted
  expect(winBackEffect(sumsOnly, holdout, 0).incrementalRevenueRange).toBeNull()
})

test('without a holdout, or anybody contacted, nothing is claimed', () => {
  const some = { clients: 10, visited: 5, revenue: 100 }
  const nobody = { clients: 0, visited: 0, revenue: 0 }
  const nothing = { lift: null, p: null, incrementalVisits: null, incrementalRevenue: null, returnOnSpend: null }
  expect(winBackEffect(some, nobody, 10)).toMatchObject({
    ...nothing,
    contacted: { share: 0.5 },
    holdout: { share: null },
  })
  expect(winBackEffect(nobody, some, 0)).toMatchObject(nothing)
  expect(winBackEffect(some, some, 0).returnOnSpend).toBeNull()
})

/** How many of n come, each with this chance. */
function comers(n: number, chance: number, random: () => number): number {
  let count = 0
  for (let i = 0; i < n; i++) if (random() < chance) count++
  return count
}

test('over seeded campaigns with a known lift the interval holds it in 95 ± 2 % of them', () => {
  const [RUNS, BASE, LIFT] = [2000, 0.12, 0.09]
  const random = randomFrom(7)
  let covered = 0
  for (let run = 0; run < RUNS; run++) {
    const contacted = { clients: 540, visited: comers(540, BASE + LIFT, random), revenue: 0 }
    const holdout = { clients: 60, visited: comers(60, BASE, random), revenue: 0 }
    const { low, high } = winBackEffect(contacted, holdout, 0).lift!
    if (low <= LIFT && LIFT <= high) covered++
  }
  expect(covered / RUNS).toBeGreaterThan(0.93)
  expect(covered / RUNS).toBeLessThan(0.97)
})

test('a lift said to be detectable is detected about four times in five, a campaign without one in twenty at most', () => {
  const [contacted, holdout, base, RUNS] = [900, 300, 0.1, 600]
  const lift = detectableLift(contacted, holdout, base)!
  const random = randomFrom(11)
  const detected = (chance: number) => {
    let found = 0
    for (let run = 0; run < RUNS; run++) {
      const of = (clients: number, rate: number) => ({ clients, visited: comers(clients, rate, random), revenue: 0 })
      if (winBackEffect(of(contacted, chance), of(holdout, base), 0).p! < 0.05) found++
    }
    return found / RUNS
  }
  expect(detected(base + lift)).toBeGreaterThan(0.72)
  expect(detected(base + lift)).toBeLessThan(0.88)
  expect(detected(base)).toBeLessThan(0.06)
  expect(detectableLift(2, 1, 0.9)).toBeNull()
  expect(detectableLift(100, 0, 0.1)).toBeNull()
})

test('the holdout is drawn in equal shares of every stratum, anew with every seed', () => {
  const strata = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 300 })
  fc.assert(
    fc.property(strata, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (list, share, seed) => {
      const held = drawHoldout(list, share, seed)
      const count = held.reduce((sum, each) => sum + each, 0)
      expect(count).toBe(Math.round(list.length * share))
      expect(drawHoldout(list, share, seed)).toEqual(held)
      const rate = list.length === 0 ? 0 : count / list.length
      for (const stratum of new Set(list)) {
        const own = list.flatMap((each, client) => (each === stratum ? [held[client]!] : []))
        const expected = own.length * rate
        const drawn = own.reduce((sum, each) => sum + each, 0)
        expect(Math.abs(drawn - expected)).toBeLessThan(1 + 1e-9)
      }
    }),
  )
  const everybody = new Uint8Array(1000)
  const often = Array.from({ length: 300 }, (_, seed) => drawHoldout(everybody, 0.1, seed))
  const chosen = often.reduce((sum, held) => sum + held[0]!, 0)
  expect(chosen / 300).toBeGreaterThan(0.05)
  expect(chosen / 300).toBeLessThan(0.16)
})
