/**
 * Numbers distinct texts 0, 1, 2 … in order of first appearance. Their letters lie one after another in one array: a
 * million appointment ids in a Map cost the collector more time than reading the file, here they are no objects.
 */
export class TextIndex {
  size = 0
  /** open addressing over pairs of a text's number, −1 free, and its hash: one look into memory for both */
  #slots: Int32Array<ArrayBuffer>
  /** text i is letters #ends[i − 1] … #ends[i] − 1 */
  #ends: Uint32Array<ArrayBuffer>
  #letters: Uint16Array<ArrayBuffer>

  /** @param expected how many texts to make room for; more is no error */
  constructor(expected = 512) {
    this.#slots = new Int32Array(4 << Math.ceil(Math.log2(expected))).fill(-1)
    this.#ends = new Uint32Array(expected)
    this.#letters = new Uint16Array(8 * expected)
  }

  /** Number of a text; a new one gets the next, which is the `size` before the call. */
  indexOf(text: string): number {
    const hash = hashOf(text)
    const mask = this.#slots.length - 2
    let slot = (hash << 1) & mask
    for (let i = this.#slots[slot]!; i >= 0; i = this.#slots[slot]!) {
      if (this.#slots[slot + 1] === hash && this.#is(i, text)) return i
      slot = (slot + 2) & mask
    }
    return this.#add(text, hash, slot)
  }

  textOf(index: number): string {
    const from = index === 0 ? 0 : this.#ends[index - 1]!
    return String.fromCharCode(...this.#letters.subarray(from, this.#ends[index]!))
  }

  #is(index: number, text: string): boolean {
    const from = index === 0 ? 0 : this.#ends[index - 1]!
    if (this.#ends[index]! - from !== text.length) return false
    for (let i = 0; i < text.length; i++) if (this.#letters[from + i] !== text.charCodeAt(i)) return false
    return true
  }

  #add(text: string, hash: number, slot: number): number {
    const index = this.size++
    if (index === this.#ends.length) this.#ends = enlarged(this.#ends, new Uint32Array(index * 2))
    const from = index === 0 ? 0 : this.#ends[index - 1]!
    const end = from + text.length
    if (end > this.#letters.length) this.#letters = enlarged(this.#letters, new Uint16Array(end * 2))
    for (let i = 0; i < text.length; i++) this.#letters[from + i] = text.charCodeAt(i)
    this.#ends[index] = end
    this.#slots[slot] = index
    this.#slots[slot + 1] = hash
    if (this.size * 4 > this.#slots.length) this.#rehash()
    return index
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1)
    const mask = slots.length - 2
    for (let from = 0; from < this.#slots.length; from += 2) {
      if (this.#slots[from]! < 0) continue
      const hash = this.#slots[from + 1]!
      let slot = (hash << 1) & mask
      while (slots[slot]! >= 0) slot = (slot + 2) & mask
      slots[slot] = this.#slots[from]!
      slots[slot + 1] = hash
    }
    this.#slots = slots
  }
}

/** Differs from run to run, so that no file can be made whose texts all fall into one place. */
const SEED = (Math.random() * 0x100000000) | 0

function hashOf(text: string): number {
  let hash = SEED
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash, 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

function enlarged<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from)
  return to
}
