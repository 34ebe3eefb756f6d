/** Value and gradient of a function at a point. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

export interface Bounds {
  lower: readonly number[]
  upper: readonly number[]
}

export interface Optimum {
  point: Float64Array<ArrayBuffer>
  value: number
  /** −Hessian as the search has come to know it */
  curvature: Float64Array[]
}

const MAX_ITERATIONS = 200
const SUFFICIENT = 1e-4
const LONGEST_STEP = 3
const AT_BOUND = 1e-12
const MAX_RESTARTS = 10
const RESTART_GAIN = 1e-5

/** Gain of a step below which a climb from a start has shown how good the start is. */
const ROUGH = 0.05

/** Gain of a step below which a climb is at its end. */
const FINE = 1e-9

/** Expected gain below which no step is worth trying. */
const SMALLEST_GAIN = 1e-12

/** Differences that rounding can make in a sum of a million terms with this value. */
function noise(value: number): number {
  return 1e-13 * Math.abs(value)
}

/**
 * Largest value of a smooth function within bounds: quasi-Newton (BFGS) with step halving, on the variables that do
 * not press against a bound. Every start is climbed roughly; the best goes on to the end. Deterministic. `null` when the function is finite at no start.
 */
export function maximise(objective: Objective, starts: readonly ArrayLike<number>[], bounds: Bounds): Optimum | null {
  let best: Optimum | null = null
  for (const start of starts) {
    const found = climb(objective, clip(start, bounds), bounds, ROUGH)
    if (found && (!best || found.value > best.value)) best = found
  }
  return best && climbOn(objective, best, bounds)
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
  const scaled = curvature.map((row) => row.map((each) => each * size))
  const found = climb(objective, point, bounds, FINE, scaled)
  return found && climbOn(objective, found, bounds)
}

/** Begins anew where a climb ended, with nothing believed about the curvature, until that gains nothing. */
function climbOn(objective: Objective, from: Optimum, bounds: Bounds): Optimum {
  let best = from
  for (let restart = 0; restart < MAX_RESTARTS; restart++) {
    const again = climb(objective, best.point, bounds, FINE)
    if (!again || !(again.value > best.value)) return best
    const gain = again.value - best.value
    best = again
    if (gain < Math.max(RESTART_GAIN, noise(best.value))) return best
  }
  return best
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
  let curvature = knownCurvature ?? steepest(size, gradient)
  let small = 0
  for (let iteration = 0; iteration < MAX_ITERATIONS && small < 2; iteration++) {
    let direction = ascent(curvature, gradient, point, bounds)
    if (!(dot(direction, gradient) > 0)) {
      curvature = steepest(size, gradient)
      direction = ascent(curvature, gradient, point, bounds)
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
  let scale = Math.min(1, LONGEST_STEP / length)
  direction.forEach((each, i) => {
    if (each !== 0) scale = Math.min(scale, ((each > 0 ? bounds.upper[i]! : bounds.lower[i]!) - point[i]!) / each)
  })
  const slope = dot(gradient, direction)
  const least = Math.max(SMALLEST_GAIN, noise(value))
  for (; scale * slope > least; scale /= 2) {
    const next = clip(
      point.map((each, i) => each + scale * direction[i]!),
      bounds,
    )
    const nextGradient = new Float64Array(point.length)
    const nextValue = objective(next, nextGradient)
    if (nextValue >= value + SUFFICIENT * scale * slope)
      return { point: next, value: nextValue, gradient: nextGradient }
  }
  return null
}

function clip(point: ArrayLike<number>, { lower, upper }: Bounds): Float64Array<ArrayBuffer> {
  return Float64Array.from(point, (each, i) => {
    if (each - lower[i]! < AT_BOUND) return lower[i]!
    return upper[i]! - each < AT_BOUND ? upper[i]! : each
  })
}

/** Curvature to begin with: a first step of length one at most. */
function steepest(size: number, gradient: Float64Array): Float64Array[] {
  const scale = Math.max(1, Math.hypot(...gradient))
  return Array.from({ length: size }, (_, i) => new Float64Array(size).fill(scale, i, i + 1))
}

/** Newton's step of the variables that are free: not held at a bound by the slope, nor driven through it by the step. */
function ascent(curvature: Float64Array[], gradient: Float64Array, point: Float64Array, bounds: Bounds): Float64Array {
  let free = Array.from(point.keys()).filter((i) => !leaves(point, gradient, bounds, i))
  for (;;) {
    const direction = solve(curvature, gradient, free)
    const inside = free.filter((i) => !leaves(point, direction, bounds, i))
    if (inside.length === free.length) return direction
    free = inside
  }
}

function leaves(point: Float64Array, direction: Float64Array, { lower, upper }: Bounds, i: number): boolean {
  return (point[i]! <= lower[i]! && direction[i]! < 0) || (point[i]! >= upper[i]! && direction[i]! > 0)
}

/** Solves the positive definite system of the free variables by elimination; the others stay 0. */
function solve(curvature: Float64Array[], gradient: Float64Array, free: readonly number[]): Float64Array {
  const rows = free.map((i) => [...free.map((j) => curvature[i]![j]!), gradient[i]!])
  const size = free.length
  rows.forEach((pivot, k) => {
    for (const row of rows.slice(k + 1)) {
      const factor = row[k]! / pivot[k]!
      for (let j = k; j <= size; j++) row[j]! -= factor * pivot[j]!
    }
  })
  const solution = new Float64Array(gradient.length)
  for (let k = size - 1; k >= 0; k--) {
    let rest = rows[k]![size]!
    for (let j = k + 1; j < size; j++) rest -= rows[k]![j]! * solution[free[j]!]!
    solution[free[k]!] = rest / rows[k]![k]!
  }
  return solution
}

/** BFGS update of −Hessian from a move and the fall of the gradient along it. */
function updateCurvature(curvature: Float64Array[], move: Float64Array, fall: Float64Array) {
  const along = dot(move, fall)
  if (!(along > 1e-12 * Math.hypot(...move) * Math.hypot(...fall))) return
  const mapped = Float64Array.from(curvature, (row) => dot(row, move))
  const known = dot(move, mapped)
  curvature.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) row[j]! += (fall[i]! * fall[j]!) / along - (mapped[i]! * mapped[j]!) / known
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
