import { chiSquareTail } from './chi-square.ts'
import { kaplanMeier, type SurvivalCurve } from './survival.ts'

export interface LogRank {
  chi2: number
  /** groups − 1 */
  df: number
  /** probability of a χ² at least as large if the groups do not differ, 0–1 */
  p: number
}

/** Relative size of the residual at which the linear system counts as solved. */
const SOLVED = 1e-28

/**
 * Log-rank test (Mantel 1966; R `survdiff`) that the groups have one curve; `times` and `events` as in
 * {@link kaplanMeier}. Groups without subjects are left out. `null` for fewer than two groups, and when the variance
 * is singular: nobody outlasts the first event, or a group has nobody left at risk by then.
 */
export function logRank(groups: readonly { times: ArrayLike<number>; events: ArrayLike<number> }[]): LogRank | null {
  return logRankOfCurves(groups.map(({ times, events }) => kaplanMeier(times, events)))
}

/** The test of {@link logRank} on groups already counted into curves. */
export function logRankOfCurves(curves: readonly SurvivalCurve[]): LogRank | null {
  const ordered = curves.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n)
  if (ordered.length < 2) return null
  const { events, atRisk, groups } = pool(ordered)
  if (isSingular(events, atRisk, groups)) return null
  // The differences of all groups sum to 0, so one is left out: the largest, which keeps the rest well conditioned.
  const rest = groups.slice(1)
  const hazard = cumulate(events.map((d, i) => d / atRisk[i]!))
  const difference = Float64Array.from(rest, (group) => group.events - sumOverSubjects(group, hazard))
  const chi2 = quadraticForm(difference, varianceOf(rest, events, atRisk))
  return { chi2, df: rest.length, p: chiSquareTail(chi2, rest.length) }
}

/** A group over the pooled times: `leaving[i]` of its subjects are watched until time `at[i]`, ascending. */
interface Group {
  events: number
  at: number[]
  leaving: number[]
}

/** Numbers the distinct times of all groups; by time: events, and subjects at risk. */
function pool(curves: readonly SurvivalCurve[]) {
  const times = [...new Set(curves.flatMap(({ points }) => points.map(({ t }) => t)))].sort((a, b) => a - b)
  const number = new Map(times.map((t, i) => [t, i]))
  const events = new Float64Array(times.length)
  const groups = curves.map((curve): Group => {
    const at = curve.points.map(({ t }) => number.get(t)!)
    for (const [i, point] of curve.points.entries()) events[at[i]!]! += point.events
    return { events: curve.events, at, leaving: curve.points.map((point) => point.events + point.censored) }
  })
  return { events, groups, atRisk: sumAtRisk(groups, new Float64Array(groups.length).fill(1), times.length) }
}

/** By time: the sum of `weights[group]` over the subjects at risk. */
function sumAtRisk(groups: readonly Group[], weights: Float64Array, times: number): Float64Array {
  const sum = new Float64Array(times)
  for (const [g, { at, leaving }] of groups.entries())
    for (let i = 0; i < at.length; i++) sum[at[i]!]! += leaving[i]! * weights[g]!
  for (let i = times - 2; i >= 0; i--) sum[i]! += sum[i + 1]!
  return sum
}

/** The sum, over a group's subjects, of `value` at the time they are watched until. */
function sumOverSubjects({ at, leaving }: Group, value: Float64Array): number {
  let sum = 0
  for (let i = 0; i < at.length; i++) sum += leaving[i]! * value[at[i]!]!
  return sum
}

/** Running sums. */
function cumulate(values: Float64Array): Float64Array {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

/**
 * The variance is a sum of Laplacians of the complete graphs on the groups at risk at each event time. Risk sets only
 * shrink, so it has full rank exactly when the first event finds every group at risk and leaves somebody behind.
 */
function isSingular(events: Float64Array, atRisk: Float64Array, groups: readonly Group[]): boolean {
  const first = events.findIndex((count) => count > 0)
  return first < 0 || events[first] === atRisk[first] || groups.some(({ at }) => at.at(-1)! < first)
}

interface Variance {
  /** product with a vector of groups */
  times: (vector: Float64Array) => Float64Array
  /** diagonal of its first term, Σ c p */
  scale: Float64Array
}

/**
 * The hypergeometric variance V = Σ c (diag p − p pᵀ) over event times, p the groups' shares of those at risk and
 * c = d (n − d)/(n − 1). V would have groups² entries, so only its product with a vector is computed: a subject is at
 * risk at the times up to the one it is watched until, which turns both terms into sums over subjects.
 */
function varianceOf(groups: readonly Group[], events: Float64Array, atRisk: Float64Array): Variance {
  const c = events.map((d, i) => (d > 0 && atRisk[i]! > 1 ? (d * (atRisk[i]! - d)) / (atRisk[i]! - 1) : 0))
  const first = cumulate(c.map((weight, i) => weight / atRisk[i]!))
  const scale = Float64Array.from(groups, (group) => sumOverSubjects(group, first))
  return {
    scale,
    times: (vector) => {
      const weighted = sumAtRisk(groups, vector, events.length)
      const second = cumulate(c.map((weight, i) => (weight * weighted[i]!) / atRisk[i]! ** 2))
      return scale.map((value, g) => value * vector[g]! - sumOverSubjects(groups[g]!, second))
    },
  }
}

/** uᵀ V⁻¹ u by conjugate gradients: exact in one round for two groups, and quick for thousands. */
function quadraticForm(u: Float64Array, { times, scale }: Variance): number {
  let residual = u
  let direction = residual.map((value, i) => value / scale[i]!)
  let size = dot(residual, direction)
  const solved = size * SOLVED
  let form = 0
  for (let round = 0; round < 2 * u.length && size > solved; round++) {
    const image = times(direction)
    const step = size / dot(direction, image)
    form += step * size
    residual = residual.map((value, i) => value - step * image[i]!)
    const scaled = residual.map((value, i) => value / scale[i]!)
    const next = dot(residual, scaled)
    direction = scaled.map((value, i) => value + (next / size) * direction[i]!)
    size = next
  }
  return form
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}
