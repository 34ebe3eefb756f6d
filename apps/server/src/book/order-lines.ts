const DIGIT_BITS = 16
const DIGITS = 1 << DIGIT_BITS

/**
 * Order of lines by import, then row of the file: the file's order, which breaks ties (METRICS rule 5). Radix sort:
 * linear, and nothing to do for columns that are in order already.
 */
export function orderLines(importIds: Int32Array, rows: Int32Array): Uint32Array {
  let order = Uint32Array.from(importIds.keys())
  if (isInOrder(importIds, rows)) return order
  for (const column of [rows, importIds]) {
    const highest = column.reduce((max, value) => Math.max(max, value), 0)
    for (let shift = 0; shift < 31 && highest >>> shift > 0; shift += DIGIT_BITS) {
      order = sortByDigit(order, column, shift)
    }
  }
  return order
}

function sortByDigit(order: Uint32Array, column: Int32Array, shift: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(DIGITS + 1)
  const digit = (i: number) => (column[i]! >>> shift) & (DIGITS - 1)
  for (let i = 0; i < column.length; i++) next[digit(i) + 1]!++
  for (let d = 1; d < DIGITS; d++) next[d]! += next[d - 1]!
  const sorted = new Uint32Array(order.length)
  for (const i of order) sorted[next[digit(i)]!++] = i
  return sorted
}

function isInOrder(importIds: Int32Array, rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) {
    const step = importIds[i]! - importIds[i - 1]! || rows[i]! - rows[i - 1]!
    if (step < 0) return false
  }
  return true
}
