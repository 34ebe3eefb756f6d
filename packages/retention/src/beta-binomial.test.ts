import { expect, test } from 'vitest'
import { fitBetaBinomial } from './beta-binomial.ts'
import { logGamma } from './special.ts'

function logLikelihood(returned: number[], served: number[], mean: number, kappa: number): number {
  const [a, b] = [kappa * mean, kappa * (1 - mean)]
  const logBeta = (x: number, y: number) => logGamma(x) + logGamma(y) - logGamma(x + y)
  return returned.reduce((sum, r, i) => sum + logBeta(a + r, b + served[i]! - r) - logBeta(a, b), 0)
}

test('no point of a fine grid is more likely', () => {
  const returned = [12, 30, 7, 55, 21, 3]
  const served = [40, 60, 30, 80, 50, 4]
  const { mean, kappa } = fitBetaBinomial(returned, served)!
  const best = logLikelihood(returned, served, mean, kappa)
  for (let p = 0.005; p < 1; p += 0.005)
    for (let logKappa = -4; logKappa <= 9.2; logKappa += 0.1)
      expect(logLikelihood(returned, served, p, Math.exp(logKappa))).toBeLessThanOrEqual(best)
})

test('groups that vary less than chance hold κ at its bound', () => {
  const { mean, kappa } = fitBetaBinomial([50, 50, 50], [100, 100, 100])!
  expect(kappa).toBeCloseTo(10_000, 6)
  expect(mean).toBeCloseTo(0.5, 9)
})

test('all, nobody, all or nobody, no clients', () => {
  expect(fitBetaBinomial([0, 0], [5, 9])).toEqual({ mean: 0, kappa: 10_000 })
  expect(fitBetaBinomial([5, 9], [5, 9])).toEqual({ mean: 1, kappa: 10_000 })
  expect(fitBetaBinomial([0, 40], [40, 40])!.kappa).toBeLessThan(0.01)
  expect(fitBetaBinomial([], [])).toBeNull()
})
