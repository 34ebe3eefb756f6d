import type { RepeatColumns } from './repeat-statistics.ts'

/** Customers with equal (x, tx, T) counted together, so that a likelihood is as dear as its distinct histories. */
export interface RepeatGroups {
  customers: number
  /** customers with x ≥ 1 */
  repeaters: number
  /** distinct times in weeks, behind the indices of `tx` and `T` */
  times: Float64Array
  x: Int32Array
  tx: Int32Array
  T: Int32Array
  count: Float64Array
  /** customers by x, from 0 to the largest */
  byX: Float64Array
  /** Σ ln(gap) over all gaps of all customers */
  logGaps: number
}

export function groupRepeats({ x, tx, T, logGaps }: RepeatColumns): RepeatGroups {
  const indexOfTime = new Map<number, number>()
  const indexOf = (time: number) => {
    const known = indexOfTime.get(time)
    if (known !== undefined) return known
    indexOfTime.set(time, indexOfTime.size)
    return indexOfTime.size - 1
  }
  const customers = x.length
  const txIndex = Int32Array.from(tx, indexOf)
  const TIndex = Int32Array.from(T, indexOf)
  const width = indexOfTime.size
  const groupOfKey = new Map<number, number>()
  const first: number[] = []
  const count: number[] = []
  let largest = 0
  let sumLogGaps = 0
  for (let i = 0; i < customers; i++) {
    const key = (x[i]! * width + txIndex[i]!) * width + TIndex[i]!
    const group = groupOfKey.get(key)
    if (group === undefined) {
      groupOfKey.set(key, first.length)
      first.push(i)
      count.push(1)
    } else count[group]!++
    largest = Math.max(largest, x[i]!)
    sumLogGaps += logGaps[i]!
  }
  const byX = new Float64Array(largest + 1)
  for (let i = 0; i < customers; i++) byX[x[i]!]!++
  return {
    customers,
    repeaters: customers - byX[0]!,
    times: Float64Array.from(indexOfTime.keys()),
    x: Int32Array.from(first, (i) => x[i]!),
    tx: Int32Array.from(first, (i) => txIndex[i]!),
    T: Int32Array.from(first, (i) => TIndex[i]!),
    count: Float64Array.from(count),
    byX,
    logGaps: sumLogGaps,
  }
}

/** Every `step`-th customer: a sample that is the same on every run. */
export function thinOut({ x, tx, T, logGaps }: RepeatColumns, step: number): RepeatColumns {
  const every = (column: ArrayLike<number>) =>
    Float64Array.from({ length: Math.ceil(column.length / step) }, (_, i) => column[i * step]!)
  return { x: every(x), tx: every(tx), T: every(T), logGaps: every(logGaps) }
}
