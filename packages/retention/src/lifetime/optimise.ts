/** Value and gradient of a function at a point. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

export interface Bounds {
  lower: readonly number[]
  upper: readonly number[]
}

export interface Optimum {
  point: Float64Array<ArrayBuffer>
  value: number
  /** inverse of −Hessian as the search has come to know it */
  curvature: Float64Array[]
}

const MAX_ITERATIONS = 200
const SUFFICIENT = 1e-4
const LONGEST_STEP = 3

/** Gain of a step below which a climb from a start has shown how good the start is. */
const ROUGH = 0.05

/** Gain of a step below which a climb is at its end. */
const FINE = 1e-9

/** Differences of a sum of this size that rounding can make. */
function noise(value: number): number {
  return 1e-14 * Math.abs(value)
}

/**
 * Largest value of a smooth function within bounds: quasi-Newton (BFGS) with step halving, holding the variables that
 * press against a bound. Every start is climbed roughly; the best goes on, and begins anew from where it ends, until
 * that gains nothing. Deterministic. `null` when the function is finite at no start.
 */
export function maximise(objective: Objective, starts: readonly ArrayLike<number>[], bounds: Bounds): Optimum | null {
  let best: Optimum | null = null
  for (const start of starts) {
    const found = climb(objective, clip(start, bounds), bounds, ROUGH)
    if (found && (!best || found.value > best.value)) best = found
  }
  while (best) {
    const again = climb(objective, best.point, bounds, FINE)
    if (!again || !(again.value > best.value + noise(best.value))) return again ?? best
    best = again
  }
  return null
}

/**
 * Goes on from the optimum of a similar function, such as the likelihood of a sample `size` times smaller: what was
 * learnt of its curvature saves most of the steps. `null` when the function is not finite there.
 */
export function refine(
  objective: Objective,
  { point, curvature }: Optimum,
  size: number,
  bounds: Bounds,
): Optimum | null {
  const scaled = curvature.map((row) => row.map((each) => each / size))
  return climb(objective, point, bounds, FINE, scaled)
}

function climb(
  objective: Objective,
  start: Float64Array<ArrayBuffer>,
  bounds: Bounds,
  tolerance: number,
  knownCurvature?: Float64Array[],
): Optimum | null {
  const size = start.length
  let point = start
  let gradient = new Float64Array(size)
  let value = objective(point, gradient)
  if (!Number.isFinite(value)) return null
  let curvature = knownCurvature ?? identity(size, gradient)
  let small = 0
  for (let iteration = 0; iteration < MAX_ITERATIONS && small < 2; iteration++) {
    const free = point.map((each, i) => (heldAtBound(each, gradient[i]!, bounds, i) ? 0 : 1))
    let direction = ascent(curvature, gradient, free)
    if (!(dot(direction, gradient) > 0)) {
      curvature = identity(size, gradient)
      direction = ascent(curvature, gradient, free)
    }
    const next = step(objective, point, value, gradient, direction, bounds)
    if (!next) break
    small = next.value - value < Math.max(tolerance, noise(value)) ? small + 1 : 0
    updateCurvature(curvature, difference(next.point, point), difference(gradient, next.gradient))
    ;({ point, value, gradient } = next)
  }
  return { point, value, curvature }
}

/** The first of ever shorter steps that gains enough (Armijo's rule); `null` when none does. */
function step(
  objective: Objective,
  point: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  bounds: Bounds,
) {
  const length = Math.max(...direction.map(Math.abs))
  for (let scale = Math.min(1, LONGEST_STEP / length); scale * length > 1e-12; scale /= 2) {
    const next = clip(
      point.map((each, i) => each + scale * direction[i]!),
      bounds,
    )
    const nextGradient = new Float64Array(point.length)
    const nextValue = objective(next, nextGradient)
    const gain = dot(gradient, difference(next, point))
    if (gain > 0 && nextValue >= value + SUFFICIENT * gain)
      return { point: next, value: nextValue, gradient: nextGradient }
  }
  return null
}

function heldAtBound(coordinate: number, slope: number, { lower, upper }: Bounds, i: number): boolean {
  return (coordinate <= lower[i]! && slope < 0) || (coordinate >= upper[i]! && slope > 0)
}

function clip(point: ArrayLike<number>, { lower, upper }: Bounds): Float64Array<ArrayBuffer> {
  return Float64Array.from(point, (each, i) => Math.min(Math.max(each, lower[i]!), upper[i]!))
}

/** Inverse curvature to begin with: a first step of length one at most. */
function identity(size: number, gradient: Float64Array): Float64Array[] {
  const scale = 1 / Math.max(1, Math.hypot(...gradient))
  return Array.from({ length: size }, (_, i) => new Float64Array(size).fill(scale, i, i + 1))
}

function ascent(curvature: Float64Array[], gradient: Float64Array, free: Float64Array): Float64Array {
  const masked = gradient.map((each, i) => each * free[i]!)
  return Float64Array.from(curvature, (row, i) => dot(row, masked) * free[i]!)
}

/** BFGS update of the inverse of −Hessian from a move and the fall of the gradient along it. */
function updateCurvature(curvature: Float64Array[], move: Float64Array, fall: Float64Array) {
  const along = dot(move, fall)
  if (!(along > 1e-12 * Math.hypot(...move) * Math.hypot(...fall))) return
  const mapped = Float64Array.from(curvature, (row) => dot(row, fall))
  const factor = (1 + dot(fall, mapped) / along) / along
  curvature.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) {
      row[j]! += factor * move[i]! * move[j]! - (mapped[i]! * move[j]! + move[i]! * mapped[j]!) / along
    }
  })
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((each, i) => each - b[i]!)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
