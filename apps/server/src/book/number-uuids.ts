/**
 * Numbers the distinct UUIDs of a column from 0 as they appear in `order`. `ids` holds 16 bytes an entry; the answer
 * has one number an entry. The ids come from a hash, so their first bytes serve as the hash of an open-addressing table.
 */
export function numberUuids(words: Uint32Array, order: Uint32Array): Int32Array {
  const count = words.length / 4
  const mask = 2 ** Math.ceil(Math.log2(Math.max(count, 1) * 2)) - 1
  const firstEntry = new Int32Array(mask + 1).fill(-1)
  const numbers = new Int32Array(count)
  let next = 0
  for (let place = 0; place < count; place++) {
    const i = order[place]!
    let slot = words[i * 4]! & mask
    while (firstEntry[slot]! >= 0 && !isSame(words, firstEntry[slot]!, i)) slot = (slot + 1) & mask
    const first = firstEntry[slot]!
    if (first >= 0) numbers[i] = numbers[first]!
    else {
      firstEntry[slot] = i
      numbers[i] = next++
    }
  }
  return numbers
}

function isSame(words: Uint32Array, a: number, b: number): boolean {
  for (let word = 0; word < 4; word++) if (words[a * 4 + word] !== words[b * 4 + word]) return false
  return true
}
