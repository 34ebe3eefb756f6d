/**
 * Mulberry32: a small generator of integer arithmetic only, so a seed gives the same salon on every machine.
 * Nothing here uses logarithms, exponents or sines, whose last digits a machine may choose.
 */
export class Random {
  private state: number

  /** `streams` tell apart the draws of one seed: a client's number, the attempt, … */
  constructor(seed: number, ...streams: number[]) {
    this.state = seed >>> 0
    for (const stream of streams) this.state = scramble(this.state ^ Math.imul(stream + 1, 0x9e3779b1))
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    return scramble(this.state) / 0x100000000
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** Bell-shaped with mean 0 and standard deviation 1, never beyond ±3.5: the sum of four uniforms. */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3)
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!
  }

  /** One of `items` in proportion to its weight; the last one when all weights are 0. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    let left = this.next() * items.reduce((sum, item) => sum + weight(item), 0)
    for (const item of items) {
      left -= weight(item)
      if (left < 0) return item
    }
    return items.at(-1)!
  }

  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items]
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.between(0, i)
      ;[result[i], result[j]] = [result[j]!, result[i]!]
    }
    return result
  }
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}
