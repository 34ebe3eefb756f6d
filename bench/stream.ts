import type { Visits } from '@comeback/retention'

/** Reads every byte of these columns once, as fast as a loop in this language can: adds them up. */
export function stream(columns: readonly ArrayBufferView[]): number {
  const words = columns.map((column) => new Int32Array(column.buffer, column.byteOffset, column.byteLength >> 2))
  return words.reduce((total, each) => total ^ sumOf(each), 0)
}

function sumOf(words: Int32Array): number {
  let sum = 0
  for (let i = 0; i < words.length; i++) sum = (sum + words[i]!) | 0
  return sum
}

/** Columns of the visits by name, for what a figure reads. */
export function columnsOf(
  visits: Visits,
  names: readonly ('day' | 'month' | 'staff' | 'service' | 'location' | 'revenue' | 'source')[],
) {
  return names.map((name) => visits[name])
}
