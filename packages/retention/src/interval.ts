/** 97.5 % quantile of the standard normal distribution: the z of every 95 % interval. */
export const Z95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/**
 * Wilson score interval (95 %) for x successes of n (Wilson 1927; R `prop.test(correct = FALSE)`).
 * Both ends lie in [0, 1]; `null` when n is 0.
 */
export function wilson(x: number, n: number): Interval | null {
  if (n === 0) return null
  const p = x / n
  const z2 = Z95 * Z95
  const centre = p + z2 / (2 * n)
  const half = Z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return { low: x === 0 ? 0 : (centre - half) / scale, high: x === n ? 1 : (centre + half) / scale }
}

/**
 * Newcombe's hybrid score interval (95 %, Newcombe 1998, method 10) for the difference x1/n1 − x2/n2 of two
 * independent shares; `null` when either group is empty.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number): (Interval & { difference: number }) | null {
  const first = wilson(x1, n1)
  const second = wilson(x2, n2)
  if (!first || !second) return null
  const p1 = x1 / n1
  const p2 = x2 / n2
  return {
    difference: p1 - p2,
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  }
}
