import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logRank } from './log-rank.ts'
import { randomFrom } from './random.ts'
import { kaplanMeier, medianTime, type SurvivalCurve } from './survival.ts'

/** Weeks of remission of 42 leukaemia patients (Freireich 1963, "anderson"): 6-MP, then placebo, where all relapse. */
const TREATED = {
  times: [35, 34, 32, 32, 25, 23, 22, 20, 19, 17, 16, 13, 11, 10, 10, 9, 7, 6, 6, 6, 6],
  events: [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1],
}
const PLACEBO = {
  times: [23, 22, 17, 15, 12, 12, 11, 11, 8, 8, 8, 8, 5, 5, 4, 4, 3, 2, 2, 1, 1],
  events: new Array<number>(21).fill(1),
}

type Row = [t: number, atRisk: number, events: number, survival: number, low: number | null, high: number | null]

/** R 4.2.2, survival 3.5-3: `survfit(Surv(t, status) ~ Rx, conf.type = "log-log")`, rows at event times. */
const R_TREATED: Row[] = [
  [6, 21, 3, 0.857142857143, 0.619717955266, 0.951551747647],
  [7, 17, 1, 0.806722689076, 0.563146564622, 0.922809019203],
  [10, 15, 1, 0.752941176471, 0.5031995108, 0.889361835169],
  [13, 12, 1, 0.690196078431, 0.431610222486, 0.849065963349],
  [16, 11, 1, 0.627450980392, 0.367510855988, 0.804912189472],
  [22, 7, 1, 0.53781512605, 0.267778936767, 0.746790717635],
  [23, 6, 1, 0.448179271709, 0.188052005959, 0.680142628495],
]
const R_PLACEBO: Row[] = [
  [1, 21, 2, 0.904761904762, 0.670045882235, 0.975294149038],
  [2, 19, 2, 0.809523809524, 0.568905059924, 0.923888828559],
  [3, 17, 1, 0.761904761905, 0.519391415328, 0.893257109782],
  [4, 16, 2, 0.666666666667, 0.425350435565, 0.825044008797],
  [5, 14, 2, 0.571428571429, 0.337976953859, 0.749240709943],
  [8, 12, 4, 0.380952380952, 0.18306654882, 0.577788677746],
  [11, 8, 2, 0.285714285714, 0.116561326437, 0.481819648009],
  [12, 6, 2, 0.190476190476, 0.059481701361, 0.377434890585],
  [15, 4, 1, 0.142857142857, 0.035657355191, 0.321161574681],
  [17, 3, 1, 0.095238095238, 0.016259260212, 0.261249981969],
  [22, 2, 1, 0.047619047619, 0.003324463043, 0.197044905699],
  [23, 1, 1, 0, null, null],
]

function expectRows(curve: SurvivalCurve, rows: readonly Row[]) {
  const points = curve.points.filter(({ events }) => events > 0)
  expect(points.map(({ t, atRisk, events }) => [t, atRisk, events])).toEqual(rows.map((row) => row.slice(0, 3)))
  for (const [i, [, , , survival, low, high]] of rows.entries()) {
    expect(Math.abs(points[i]!.survival - survival)).toBeLessThan(1e-9)
    expectLimit(points[i]!.low, low)
    expectLimit(points[i]!.high, high)
  }
}

function expectLimit(actual: number | null, expected: number | null) {
  if (expected === null) expect(actual).toBeNull()
  else expect(Math.abs(actual! - expected)).toBeLessThan(1e-9)
}

test('anderson by treatment, as R', () => {
  const treated = kaplanMeier(TREATED.times, TREATED.events)
  expectRows(treated, R_TREATED)
  expect(treated).toMatchObject({ n: 21, events: 9 })
  expect(treated.points.map(({ censored }) => censored).reduce((a, b) => a + b)).toBe(12)
  expect(medianTime(treated)).toBe(23)
  expectRows(kaplanMeier(PLACEBO.times, PLACEBO.events), R_PLACEBO)
  const test = logRank([TREATED, PLACEBO])!
  expect(test.df).toBe(1)
  expect(Math.abs(test.chi2 - 16.7929409892)).toBeLessThan(1e-8)
  expect(test.p / 4.168809109e-5).toBeCloseTo(1, 8)
})

const data = join(import.meta.dirname, '../../../../shared/data')
const csv = (path: string) =>
  readFileSync(join(data, path), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

test.skipIf(!existsSync(data))('lung by sex, as R (needs the raw set, which is not kept here)', () => {
  const groups = ['1', '2'].map((sex) => {
    const rows = csv('survival/lung.csv').filter((row) => row[4] === sex)
    return { times: rows.map((row) => Number(row[1])), events: rows.map((row) => Number(row[2])) }
  })
  const reference = csv('reference/km_lung_by_sex.csv')
  for (const [i, { times, events }] of groups.entries()) {
    const rows = reference.filter(([group]) => group === `sex=${i + 1}`)
    expectRows(
      kaplanMeier(times, events),
      rows.map((row) => row.slice(1).map((text) => (text === 'NA' ? null : Number(text))) as Row),
    )
  }
  const test = logRank(groups)!
  expect(Math.abs(test.chi2 - 10.3267419549)).toBeLessThan(1e-8)
  expect(test.p).toBeCloseTo(0.00131116452, 10)
})

test('the order of subjects changes nothing, and the curve never rises', () => {
  const order = TREATED.times.map((_, i) => i).sort((a, b) => ((a * 7) % 21) - ((b * 7) % 21) || a - b)
  const curve = kaplanMeier(
    order.map((i) => TREATED.times[i]!),
    order.map((i) => TREATED.events[i]!),
  )
  expect(curve).toEqual(kaplanMeier(TREATED.times, TREATED.events))
  const survival = curve.points.map((point) => point.survival)
  expect(survival).toEqual(survival.toSorted((a, b) => b - a))
})

test('nobody, one, and everybody censored', () => {
  expect(kaplanMeier([], [])).toEqual({ n: 0, events: 0, points: [] })
  expect(medianTime(kaplanMeier([], []))).toBeNull()
  const point = { t: 0, atRisk: 1, low: null, high: null }
  expect(kaplanMeier([0], [0]).points).toEqual([{ ...point, events: 0, censored: 1, survival: 1 }])
  expect(kaplanMeier([0], [1]).points).toEqual([{ ...point, events: 1, censored: 0, survival: 0 }])
  expect(medianTime(kaplanMeier([3, 4], [0, 0]))).toBeNull()
})

test('the median takes a half that rounding missed', () => {
  const times = Array.from({ length: 24 }, (_, i) => Math.min(i + 1, 13))
  const curve = kaplanMeier(
    times,
    times.map((t) => (t <= 12 ? 1 : 0)),
  )
  expect(curve.points[11]!.survival).toBeGreaterThan(0.5)
  expect(medianTime(curve)).toBe(12)
})

test.each([
  ['one group', [TREATED]],
  ['no subjects in the other', [TREATED, { times: [], events: [] }]],
  [
    'no event',
    [
      { times: [1], events: [0] },
      { times: [2], events: [0] },
    ],
  ],
  [
    'nobody outlasts the first event',
    [
      { times: [1, 2], events: [0, 1] },
      { times: [2], events: [1] },
    ],
  ],
  ['a group is gone before the first event', [TREATED, PLACEBO, { times: [0], events: [0] }]],
])('no log-rank test with %s', (_, groups) => {
  expect(logRank(groups)).toBeNull()
})

test('log-rank of many groups is what a dense solution of the same system gives', () => {
  const random = randomFrom(11)
  const groups = Array.from({ length: 7 }, (_, g) => {
    const n = 3 + 9 * g
    const times = Array.from({ length: n }, () => 1 + Math.floor(random() * 25 * (1 + g / 20)))
    return { times: [...times, 40], events: [...times.map(() => (random() < 0.7 ? 1 : 0)), 0] }
  })
  const test = logRank(groups)!
  expect(test.df).toBe(6)
  expect(test.chi2 / denseLogRank(groups)).toBeCloseTo(1, 10)
})

/** The textbook formula, with the whole variance matrix. */
function denseLogRank(groups: { times: number[]; events: number[] }[]): number {
  const size = groups.length - 1
  const u = new Array<number>(size).fill(0)
  const variance = u.map(() => new Array<number>(size).fill(0))
  for (const time of new Set(groups.flatMap(({ times, events }) => times.filter((_, i) => events[i] === 1)))) {
    const atRisk = groups.map(({ times }) => times.filter((each) => each >= time).length)
    const events = groups.map((group) => group.times.filter((each, i) => each === time && group.events[i] === 1).length)
    const n = atRisk.reduce((a, b) => a + b)
    const d = events.reduce((a, b) => a + b)
    for (let i = 0; i < size; i++) {
      u[i]! += events[i]! - (d * atRisk[i]!) / n
      for (let j = 0; j < size && n > 1; j++)
        variance[i]![j]! += (((d * (n - d)) / (n - 1)) * atRisk[i]! * ((i === j ? n : 0) - atRisk[j]!)) / n ** 2
    }
  }
  for (let i = 0; i < size; i++) {
    for (let row = i + 1; row < size; row++) {
      const factor = variance[row]![i]! / variance[i]![i]!
      for (let column = i; column < size; column++) variance[row]![column]! -= factor * variance[i]![column]!
      u[row]! -= factor * u[i]!
    }
  }
  return u.reduce((sum, value, i) => sum + value ** 2 / variance[i]![i]!, 0)
}

test('ten thousand groups take no time to speak of', () => {
  const random = randomFrom(5)
  const groups = Array.from({ length: 10_000 }, () => ({
    times: [1 + Math.floor(random() * 300), 400],
    events: [1, 0],
  }))
  const begin = performance.now()
  const { chi2, df, p } = logRank(groups)!
  expect(performance.now() - begin).toBeLessThan(10_000)
  expect(df).toBe(9999)
  expect(chi2).toBeGreaterThan(0)
  expect(p).toBeGreaterThanOrEqual(0)
  expect(p).toBeLessThanOrEqual(1)
})
