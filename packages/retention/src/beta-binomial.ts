import { type Bounds, maximise } from './lifetime/optimise.ts'
import { digamma } from './lifetime/special.ts'
import { logGamma } from './special.ts'

/** How rates vary over groups: as a Beta distribution with this mean (0–1) and the weight of this many clients. */
export interface BetaPrior {
  mean: number
  kappa: number
}

const LARGEST_KAPPA = 10_000
const SMALLEST_KAPPA = 1e-4
const LARGEST_LOGIT = 20

const BOUNDS: Bounds = {
  lower: [-LARGEST_LOGIT, Math.log(SMALLEST_KAPPA)],
  upper: [LARGEST_LOGIT, Math.log(LARGEST_KAPPA)],
}

/**
 * Beta-binomial maximum likelihood over groups of `served[i]` clients of whom `returned[i]` came back; κ between 1e-4
 * and 10⁴, where it stands when the groups vary no more than chance. All or nobody back: the mean is 1 or 0 and κ is
 * 10⁴, whatever the groups. `null` without clients.
 */
export function fitBetaBinomial(returned: readonly number[], served: readonly number[]): BetaPrior | null {
  const clients = sum(served)
  if (clients === 0) return null
  const pooled = sum(returned) / clients
  if (pooled === 0 || pooled === 1) return { mean: pooled, kappa: LARGEST_KAPPA }
  const logit = Math.log(pooled / (1 - pooled))
  const optimum = maximise(
    ([position, logKappa], gradient) => {
      const mean = 1 / (1 + Math.exp(-position!))
      const kappa = Math.exp(logKappa!)
      const [value, byAlpha, byBeta] = logLikelihood(returned, served, kappa * mean, kappa * (1 - mean))
      gradient[0] = kappa * mean * (1 - mean) * (byAlpha - byBeta)
      gradient[1] = kappa * (mean * byAlpha + (1 - mean) * byBeta)
      return value
    },
    [1, 30, 1000].map((kappa) => [logit, Math.log(kappa)]),
    BOUNDS,
  )
  const [position, logKappa] = optimum!.point
  return { mean: 1 / (1 + Math.exp(-position!)), kappa: Math.min(Math.exp(logKappa!), LARGEST_KAPPA) }
}

/** Σ ln B(α + r, β + n − r) − ln B(α, β) with its derivatives by α and β; binomial coefficients left out. */
function logLikelihood(
  returned: readonly number[],
  served: readonly number[],
  alpha: number,
  beta: number,
): [value: number, byAlpha: number, byBeta: number] {
  const none = logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta)
  const [psiAlpha, psiBeta, psiBoth] = [digamma(alpha), digamma(beta), digamma(alpha + beta)]
  let [value, byAlpha, byBeta] = [0, 0, 0]
  for (let i = 0; i < served.length; i++) {
    const back = alpha + returned[i]!
    const away = beta + served[i]! - returned[i]!
    const both = digamma(back + away)
    value += logGamma(back) + logGamma(away) - logGamma(back + away) - none
    byAlpha += digamma(back) - both - psiAlpha + psiBoth
    byBeta += digamma(away) - both - psiBeta + psiBoth
  }
  return [value, byAlpha, byBeta]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0)
}
