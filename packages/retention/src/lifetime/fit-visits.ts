import { groupRepeats, type RepeatGroups, thinOut } from './group-repeats.ts'
import { likelihood } from './likelihood.ts'
import { maximise, type Objective, type Optimum, refine } from './optimise.ts'
import { fromLog, logBounds, type ModelKind, type VisitParameters } from './parameters.ts'
import type { RepeatColumns } from './repeat-statistics.ts'

export interface VisitFit {
  parameters: VisitParameters
  logLikelihood: number
}

const BOUNDS = logBounds(4)

/** Where the search begins: r, a and b; α follows from the salon's own rhythm. */
const STARTS = [
  { r: 0.5, a: 0.8, b: 2 },
  { r: 2, a: 0.3, b: 3 },
  { r: 10, a: 2, b: 20 },
]

/** Customers of the sample on which every k is tried from every start; more when few of them came again. */
const SAMPLE = 5000
const SAMPLE_REPEATERS = 1000

/**
 * Maximum-likelihood parameters of BG/NBD (`ks` is [1]) or MBG/CNBD-k with the k of highest likelihood among `ks`.
 * `null` when the likelihood is finite nowhere or nothing but bounds holds the parameters.
 *
 * Large books: every k is fitted to a sample first; on all customers only those k are fitted that can still win,
 * judged by what fitting gained the ones before.
 */
export function fitVisits(kind: ModelKind, columns: RepeatColumns, ks: readonly number[]): VisitFit | null {
  const step = sampleStep(columns.x)
  const sample = groupRepeats(step > 1 ? thinOut(columns, step) : columns)
  const rate = visitsAWeek(sample)
  const fits: Candidate[] = []
  for (const k of ks) {
    const starts = STARTS.map(({ r, a, b }) => [r, r / (rate * k), a, b].map(Math.log))
    const optimum = maximise(objectiveOf(kind, k, sample), starts, BOUNDS)
    if (optimum) fits.push({ k, optimum })
  }
  const best = step > 1 ? bestOnAll(kind, groupRepeats(columns), fits, step) : bestOf(fits)
  if (!best || best.optimum.point.every(isBound)) return null
  return { parameters: parametersAt(best.k, best.optimum.point), logLikelihood: best.optimum.value }
}

function sampleStep(x: ArrayLike<number>): number {
  let repeaters = 0
  for (let i = 0; i < x.length; i++) if (x[i]! > 0) repeaters++
  return Math.max(1, Math.min(Math.ceil(x.length / SAMPLE), Math.floor(repeaters / SAMPLE_REPEATERS)))
}

interface Candidate {
  k: number
  optimum: Optimum
}

function bestOnAll(kind: ModelKind, groups: RepeatGroups, fits: readonly Candidate[], step: number): Candidate | null {
  const candidates = fits
    .map(({ k, optimum }) => {
      const { value } = likelihood(kind, parametersAt(k, optimum.point), groups)
      return { k, optimum: { ...optimum, value } }
    })
    .sort((a, b) => b.optimum.value - a.optimum.value)
  const fitted: Candidate[] = []
  let largestGain = 1
  for (const { k, optimum: start } of candidates) {
    const best = bestOf(fitted)
    if (best && start.value + 10 * largestGain < best.optimum.value) break
    const optimum = refine(objectiveOf(kind, k, groups), start, step, BOUNDS)
    if (!optimum) continue
    largestGain = Math.max(largestGain, optimum.value - start.value)
    fitted.push({ k, optimum })
  }
  return bestOf(fitted)
}

/** The likelihood as a function of the logarithms of r, α, a and b. */
function objectiveOf(kind: ModelKind, k: number, groups: RepeatGroups): Objective {
  return (logs, gradient) => {
    const { value, gradient: slope } = likelihood(kind, parametersAt(k, logs), groups)
    gradient.set(slope.map((each, i) => each * Math.exp(logs[i]!)))
    return value
  }
}

function parametersAt(k: number, logs: Float64Array): VisitParameters {
  const [r, alpha, a, b] = Array.from(logs, fromLog) as [number, number, number, number]
  return { k, r, alpha, a, b }
}

/** Repeat visits a week of those who came again, from the first visit to the last. */
function visitsAWeek({ x, tx, times, count }: RepeatGroups): number {
  let visits = 0
  let weeks = 0
  count.forEach((each, i) => {
    visits += each * x[i]!
    weeks += each * times[tx[i]!]!
  })
  return visits > 0 ? visits / weeks : 1
}

function bestOf(fits: readonly Candidate[]): Candidate | null {
  return fits.reduce<Candidate | null>(
    (best, fit) => (best && best.optimum.value >= fit.optimum.value ? best : fit),
    null,
  )
}

function isBound(log: number, i: number): boolean {
  return log <= BOUNDS.lower[i]! || log >= BOUNDS.upper[i]!
}
