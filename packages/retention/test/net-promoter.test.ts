import { bandOf, LEAST_ANSWERS, netPromoter, SCORES_OF, SURVEY_BANDS } from '@comeback/retention'
import { expect, test } from 'vitest'

const logFactorial = Array.from({ length: 101 }, () => 0)
for (let n = 1; n <= 100; n++) logFactorial[n] = logFactorial[n - 1]! + Math.log(n)

/** Every way n answers can fall, with how likely each is. */
function* outcomes(n: number, p: number, d: number) {
  const log = (count: number, share: number) =>
    count === 0 ? 0 : share === 0 ? Number.NEGATIVE_INFINITY : count * Math.log(share)
  for (let promoters = 0; promoters <= n; promoters++) {
    for (let detractors = 0; detractors <= n - promoters; detractors++) {
      const passives = n - promoters - detractors
      const ways = [promoters, detractors, passives].reduce((sum, each) => sum - logFactorial[each]!, logFactorial[n]!)
      const chance = Math.exp(ways + log(promoters, p) + log(detractors, d) + log(passives, 1 - p - d))
      yield { promoters, detractors, passives, chance }
    }
  }
}

/** Shares from salons nobody recommends to salons everybody does. */
const SALONS = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9].flatMap((p) =>
  [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9].filter((d) => p + d <= 0.97).map((d) => [p, d] as const),
)

/** How often the interval holds the true score of so many answers, in each of the salons. */
function coverages(n: number, intervalOf: typeof netPromoter = netPromoter): number[] {
  return SALONS.map(([p, d]) => {
    let covered = 0
    for (const { chance, ...counts } of outcomes(n, p, d)) {
      const { low, high } = intervalOf(counts)!
      if (low <= p - d && p - d <= high) covered += chance
    }
    return covered
  })
}

const mean = (shares: number[]) => shares.reduce((sum, each) => sum + each, 0) / shares.length

// few answers fall on few steps, so no interval holds exactly 95 % in every salon: the worst one is named, too
test.each([
  [10, 0.91],
  [25, 0.93],
  [60, 0.94],
  [100, 0.945],
])('of %i answers the interval holds the true score in 95 %% of all samples, nowhere in less than %d', (n, worst) => {
  const held = coverages(n)
  expect(mean(held)).toBeGreaterThan(0.95)
  expect(mean(held)).toBeLessThan(0.97)
  expect(Math.min(...held)).toBeGreaterThan(worst)
})

test('without the three answers added it would hold far less where nearly all are of one mind', () => {
  const plain = ({ promoters, passives, detractors }: Parameters<typeof netPromoter>[0]) => {
    const n = promoters + passives + detractors
    const score = (promoters - detractors) / n
    const half = 1.96 * Math.sqrt(((promoters + detractors) / n - score ** 2) / n)
    return { score, low: score - half, high: score + half }
  }
  expect(Math.min(...coverages(10, plain))).toBeLessThan(0.7)
})

test('the variance it rests on is that of the difference over all samples', () => {
  const [n, p, d] = [40, 0.5, 0.2]
  let variance = 0
  for (const { promoters, detractors, chance } of outcomes(n, p, d)) {
    variance += chance * ((promoters - detractors) / n - (p - d)) ** 2
  }
  expect(variance).toBeCloseTo((p + d - (p - d) ** 2) / n, 10)
})

test('by hand: 10 promoters, 5 detractors of 15', () => {
  // n + 3 = 18, p = 10.75/18, d = 5.75/18: 0.2778 ± 1.96 · √((0.9167 − 0.0772)/18)
  const { score, low, high } = netPromoter({ promoters: 10, passives: 0, detractors: 5 })!
  expect([score, low, high].map((each) => each.toFixed(3))).toEqual(['0.333', '-0.145', '0.701'])
})

test('all of one mind is not certainty, and too few say nothing', () => {
  const all = netPromoter({ promoters: 10, passives: 0, detractors: 0 })!
  expect([all.score, all.high]).toEqual([1, 1])
  expect(all.low).toBeLessThan(0.6)
  expect(netPromoter({ promoters: LEAST_ANSWERS - 1, passives: 0, detractors: 0 })).toBeNull()
})

test('the score lies within its interval', () => {
  for (const n of [10, 37, 100]) {
    for (const counts of outcomes(n, 0.5, 0.2)) {
      const { score, low, high } = netPromoter(counts)!
      expect(low <= score && score <= high).toBe(true)
    }
  }
})

test('every score is in one band', () => {
  for (let score = 0; score <= 10; score++) {
    const bands = SURVEY_BANDS.filter((band) => score >= SCORES_OF[band].from && score <= SCORES_OF[band].to)
    expect(bands).toEqual([bandOf(score)])
  }
  expect([0, 6, 7, 8, 9, 10].map(bandOf)).toEqual([
    ...['detractors', 'detractors', 'passives', 'passives', 'promoters', 'promoters'],
  ])
})
