const DIGIT_BITS = 16
const DIGITS = 1 << DIGIT_BITS

/**
 * Order of lines by import, then row of the file: the file's order, which breaks ties (METRICS rule 5). Radix sort:
 * linear, and nothing to do for columns that are in order already.
 */
export function orderLines(importIds: Int32Array, rows: Int32Array): Uint32Array {
  let order: Uint32Array = new Uint32Array(rows.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  if (isInOrder(importIds, rows)) return order
  for (const column of [rows, importIds]) {
    let highest = 0
    for (let i = 0; i < column.length; i++) if (column[i]! > highest) highest = column[i]!
    for (let shift = 0; shift < 31 && highest >>> shift > 0; shift += DIGIT_BITS) {
      order = sortByDigit(order, column, shift)
    }
  }
  return order
}

function sortByDigit(order: Uint32Array, column: Int32Array, shift: number): Uint32Array {
  const next = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < column.length; i++) next[((column[i]! >>> shift) & (DIGITS - 1)) + 1]!++
  for (let d = 1; d < DIGITS; d++) next[d]! += next[d - 1]!
  const sorted = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place++) {
    const i = order[place]!
    sorted[next[(column[i]! >>> shift) & (DIGITS - 1)]!++] = i
  }
  return sorted
}

function isInOrder(importIds: Int32Array, rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) {
    const step = importIds[i]! - importIds[i - 1]! || rows[i]! - rows[i - 1]!
    if (step < 0) return false
  }
  return true
}
