import { expect, test } from 'vitest'
import { maximise, type Objective, refine } from './optimise.ts'

/** Rosenbrock's valley upside down; highest, 0, at (1, 1). */
const valley: Objective = (point, gradient) => {
  const [x, y] = point as unknown as [number, number]
  gradient[0] = 2 * (1 - x) + 400 * x * (y - x * x)
  gradient[1] = -200 * (y - x * x)
  return -((1 - x) ** 2) - 100 * (y - x * x) ** 2
}

const wide = { lower: [-5, -5], upper: [5, 5] }

test('finds the top of a curved valley', () => {
  const { point, value } = maximise(valley, [[-1.2, 1]], wide)!
  expect(point[0]).toBeCloseTo(1, 4)
  expect(point[1]).toBeCloseTo(1, 4)
  expect(value).toBeCloseTo(0, 8)
})

test('stops at a bound and still finds the best along it', () => {
  const { point } = maximise(valley, [[-1.2, -2]], { lower: [-5, -5], upper: [0.5, 5] })!
  expect(point[0]).toBe(0.5)
  expect(point[1]).toBeCloseTo(0.25, 5)
})

test('takes the best of several starts', () => {
  const twoHills: Objective = (point, gradient) => {
    gradient[0] = -Math.sin(point[0]!) + 0.1
    return Math.cos(point[0]!) + 0.1 * point[0]!
  }
  const { point } = maximise(twoHills, [[-0.5], [6]], { lower: [-3], upper: [9] })!
  expect(point[0]).toBeCloseTo(2 * Math.PI + Math.asin(0.1), 5)
})

test('passes by starts where the function is not finite, and says so when none is', () => {
  const half: Objective = (point, gradient) => {
    gradient[0] = 1 / point[0]! - 1
    return Math.log(point[0]!) - point[0]!
  }
  const bounds = { lower: [-5], upper: [5] }
  expect(maximise(half, [[-1], [3]], bounds)!.point[0]).toBeCloseTo(1, 5)
  expect(maximise(half, [[-1]], bounds)).toBeNull()
})

test('goes on from the optimum of a smaller function of the same shape', () => {
  const small = maximise(valley, [[-1.2, 1]], wide)!
  let calls = 0
  const tenfold: Objective = (point, gradient) => {
    calls++
    const moved = Float64Array.of(point[0]! - 0.1, point[1]! - 0.1)
    const value = 10 * valley(moved, gradient)
    gradient.set(gradient.map((each) => 10 * each))
    return value
  }
  expect(maximise(tenfold, [[-1.2, 1]], wide)!.point[0]).toBeCloseTo(1.1, 4)
  const fromAfar = calls
  expect(refine(tenfold, small, 10, wide)!.point[0]).toBeCloseTo(1.1, 4)
  expect(calls - fromAfar).toBeLessThan(fromAfar)
})
