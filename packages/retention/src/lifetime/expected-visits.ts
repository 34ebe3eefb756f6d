import { type ModelKind, occasionsToLeave, type VisitParameters } from './parameters.ts'

/** Truncation error of {@link expectedVisits}, in visits. */
export const EXPECTED_VISITS_ERROR = 1e-9
const LOG_ERROR = Math.log(EXPECTED_VISITS_ERROR)

/** Products beyond this are scaled down, their logarithm is kept. */
const LARGE = 1e200

/**
 * Expected number of visits in the `weeks` after T of a customer with this history, alive or not; with x = tx = T = 0,
 * of a customer who has just come for the first time. An exact series for every k, cut where the rest is proven to be
 * below {@link EXPECTED_VISITS_ERROR} (docs/decisions/0010-expected-visits-shared.md).
 */
export function expectedVisits(
  kind: ModelKind,
  parameters: VisitParameters,
  x: number,
  tx: number,
  T: number,
  weeks: number,
): number {
  return new ExpectedVisits(kind, parameters, weeks).of(x, tx, T)
}

/** {@link expectedVisits} of many customers: what depends on x and T alone, nearly all of it, is worked out once. */
export class ExpectedVisits {
  private readonly kind: ModelKind
  private readonly parameters: VisitParameters
  private readonly weeks: number
  private readonly known = new Map<number, Map<number, Float64Array>>()

  constructor(kind: ModelKind, parameters: VisitParameters, weeks: number) {
    this.kind = kind
    this.parameters = parameters
    this.weeks = weeks
  }

  /** Weighs the expectation by how many ticks may have fallen since the last visit, fewer than k, or who may have left. */
  of(x: number, tx: number, T: number): number {
    if (this.weeks <= 0) return 0
    const { k, r, alpha, a, b } = this.parameters
    const n = occasionsToLeave(this.kind, x)
    const s = r + k * x
    const visits = this.byTicks(x, T)
    const share = (T - tx) / (alpha + T)
    let weight = 1
    let stayed = 0
    let sum = 0
    for (let j = 0; j < k; j++) {
      stayed += weight
      sum += weight * visits[j]!
      weight *= ((s + j) / (j + 1)) * share
    }
    const left = n === 0 ? 0 : (a / (b + n - 1)) * Math.exp(s * (Math.log(alpha + T) - Math.log(alpha + tx)))
    return sum / (left + stayed)
  }

  private byTicks(x: number, T: number): Float64Array {
    let ofAge = this.known.get(T)
    if (!ofAge) {
      ofAge = new Map()
      this.known.set(T, ofAge)
    }
    let visits = ofAge.get(x)
    if (!visits) {
      visits = visitsByTicks(this.kind, this.parameters, x, T, this.weeks)
      ofAge.set(x, visits)
    }
    return visits
  }
}

/**
 * Expected visits in the `weeks` after T of someone who has not left, by the number j < k of ticks since their last
 * visit. Sums over the ticks to come, negative binomial, times the visits these and the j make when some leave on the way.
 */
function visitsByTicks(
  kind: ModelKind,
  { k, r, alpha, a, b }: VisitParameters,
  x: number,
  T: number,
  weeks: number,
): Float64Array<ArrayBuffer> {
  const n = occasionsToLeave(kind, x)
  const s = r + k * x
  const z = weeks / (alpha + T + weeks)
  const none = (alpha + T) / (alpha + T + weeks)
  let logScale = s * Math.log(none)
  let first = 1 // scaled probability of `ticks` ticks where j is 0
  let visits = 0 // expected of the visits completed so far, by someone who may leave after each
  let stays = 1 // probability of staying through them
  const sums = new Float64Array(k)
  const odds = Float64Array.from(sums, (_, j) => none / (s + j))
  for (let ticks = 0; ; ticks++) {
    const pending = k - (ticks % k) // from this j on, one visit more is complete
    let probability = first
    let largest = 0
    for (let j = 0; j < k; j++) {
      sums[j]! += probability * (j < pending ? visits : visits + stays)
      if (probability > largest) largest = probability
      probability *= odds[j]! * (s + j + ticks)
    }
    const steepest = Math.max((z * (s + k - 1 + ticks)) / (ticks + 1), z)
    if (steepest < 1 && pending === k) {
      const rest = (largest / (1 - steepest)) * (visits + stays + stays / (1 - steepest))
      if (logScale + Math.log(rest) < LOG_ERROR) return sums.map((sum) => sum * Math.exp(logScale))
    }
    if (pending === 1) {
      const made = (ticks + 1) / k
      visits += stays
      stays *= (b + n + made - 1) / (a + b + n + made - 1)
    }
    first *= (z * (s + ticks)) / (ticks + 1)
    if (largest > LARGE) {
      first /= LARGE
      for (let j = 0; j < k; j++) sums[j]! /= LARGE
      logScale += Math.log(LARGE)
    }
  }
}
