import { expect, test } from 'vitest'
import { bgnbdAlive, bgnbdExpectedVisits, bgnbdLogLikelihood, fitBgnbd } from './bgnbd.ts'
import { expectedTicket, fitGammaGamma } from './gamma-gamma.ts'
import { fitMbgcnbd, mbgcnbdAlive, mbgcnbdExpectedVisits, mbgcnbdLogLikelihood } from './mbgcnbd.ts'
import { cdnow } from './testing.ts'

const { customers, tickets } = cdnow()
const first8 = [0, 1, 2, 3, 4, 5, 6, 7]

function within(actual: number, expected: number, share: number) {
  expect(Math.abs(actual / expected - 1), `${actual} instead of ${expected}`).toBeLessThan(share)
}

function historyOf(i: number) {
  return [customers.x[i]!, customers.tx[i]!, customers.T[i]!] as const
}

test('the calibration sample is the published one', () => {
  const x = Array.from(customers.x)
  expect(x).toHaveLength(2357)
  expect(x.reduce((sum, each) => sum + each, 0)).toBe(2457)
  expect(x.filter((each) => each === 0)).toHaveLength(1411)
})

// Fader, Hardie & Lee 2005; R package CLVTools.
test('BG/NBD as published', () => {
  const { parameters, logLikelihood } = fitBgnbd(customers)!
  within(parameters.r, 0.2426, 0.005)
  within(parameters.alpha, 4.4136, 0.005)
  within(parameters.a, 0.7929, 0.005)
  within(parameters.b, 2.4259, 0.005)
  expect(logLikelihood).toBeCloseTo(-9582.43, 2)
  expect(bgnbdLogLikelihood({ r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }, customers)).toBeCloseTo(-9582.43, 2)
  const weeks = [0.1429, 1, 3, 31.8571, 32, 78]
  const expected = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576]
  weeks.forEach((each, i) => {
    expect(Math.abs(bgnbdExpectedVisits(parameters, 0, 0, 0, each) - expected[i]!)).toBeLessThan(0.0005)
  })
  expect(bgnbdAlive(parameters, 2, 30.43, 38.86)).toBeCloseTo(0.7266, 3)
  expect(bgnbdAlive(parameters, 1, 1.71, 38.86)).toBeCloseTo(0.2122, 3)
  expect(bgnbdExpectedVisits(parameters, 2, 30.43, 38.86, 39)).toBeCloseTo(1.226, 3)
})

// R package BTYDplus 1.2.
test.each([
  { k: 1, r: 0.52484, alpha: 6.18309, a: 0.89139, b: 1.61405, logLikelihood: -9582.136 },
  { k: 2, r: 0.579908, alpha: 2.288199, a: 1.134331, b: 1.584779, logLikelihood: -9853.253129 },
])('MBG/CNBD-$k fits as BTYDplus does', ({ k, r, alpha, a, b, logLikelihood }) => {
  const fit = fitMbgcnbd(customers, k)!
  expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 2)
  within(fit.parameters.r, r, 0.005)
  within(fit.parameters.alpha, alpha, 0.005)
  within(fit.parameters.a, a, 0.005)
  within(fit.parameters.b, b, 0.005)
})

test('music buyers are not regular: k is 1', () => {
  const { parameters, logLikelihood } = fitMbgcnbd(customers)!
  expect(parameters.k).toBe(1)
  expect(logLikelihood).toBeCloseTo(-9582.136, 2)
})

test('MBG/CNBD-k at given parameters as in BTYDplus', () => {
  const at = { k: 2, r: 1, alpha: 5, a: 0.5, b: 1 }
  expect(Math.abs(mbgcnbdLogLikelihood(at, customers) + 9992.584039)).toBeLessThan(1e-5)
  const alive = [0.80187811, 0.0483617, 0.3007145, 0.3007145, 0.3007145, 0.64170866, 0.13587105, 0.3007145]
  for (const i of first8) expect(Math.abs(mbgcnbdAlive(at, ...historyOf(i)) - alive[i]!)).toBeLessThan(1e-6)
})

test('MBG/NBD forecasts as in BTYDplus', () => {
  const at = { k: 1, r: 0.52484, alpha: 6.18309, a: 0.89139, b: 1.61405 }
  const alive = [0.70613424, 0.17094969, 0.38972342, 0.38972342, 0.38972342, 0.62267335, 0.25952056, 0.38972342]
  const visits = [1.26274453, 0.1889424, 0.15396502, 0.15396502, 0.15396502, 3.1671139, 0.28683548, 0.15396502]
  for (const i of first8) {
    expect(Math.abs(mbgcnbdAlive(at, ...historyOf(i)) - alive[i]!)).toBeLessThan(1e-6)
    expect(Math.abs(mbgcnbdExpectedVisits(at, ...historyOf(i), 39) - visits[i]!)).toBeLessThan(1e-6)
  }
})

// Fader & Hardie 2013.
test('Gamma–Gamma as published', () => {
  const payers = Array.from(tickets.x, (_, i) => i).filter((i) => tickets.x[i]! > 0)
  expect(payers).toHaveLength(946)
  const fit = fitGammaGamma({ x: payers.map((i) => tickets.x[i]!), mean: payers.map((i) => tickets.mean[i]!) })!
  within(fit.p, 6.2488, 0.005)
  within(fit.q, 3.7446, 0.005)
  within(fit.gamma, 15.4478, 0.005)
  expect(Math.abs(fit.logLikelihood + 4055.923)).toBeLessThan(0.01)
  const first10 = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
  first10.forEach((expected, i) => {
    expect(Math.abs(expectedTicket(fit, tickets.x[i]!, tickets.mean[i]!)! - expected)).toBeLessThan(0.01)
  })
})
