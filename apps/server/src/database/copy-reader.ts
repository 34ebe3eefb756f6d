import { COPY_HEADER, POSTGRES_EPOCH_DAY } from './copy-writer.ts'

const TWO_32 = 2 ** 32

/**
 * Reads rows in PostgreSQL's binary COPY format, column by column in the order of the query. Each reader takes what
 * to answer for NULL.
 */
export class CopyReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = COPY_HEADER.length

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Rows there are, without moving. */
  count(): number {
    let at = COPY_HEADER.length
    let rows = 0
    for (let columns = this.#view.getInt16(at); columns >= 0; columns = this.#view.getInt16(at)) {
      at += 2
      for (; columns > 0; columns--) at += 4 + Math.max(0, this.#view.getInt32(at))
      rows++
    }
    return rows
  }

  /** Steps to the next row; false after the last. */
  row(): boolean {
    const columns = this.#view.getInt16(this.#at)
    this.#at += 2
    return columns >= 0
  }

  integer(absent = 0): number {
    return this.#size() < 0 ? absent : this.#view.getInt32(this.#take(4))
  }

  bigint(absent: number): number {
    if (this.#size() < 0) return absent
    const at = this.#take(8)
    return this.#view.getInt32(at) * TWO_32 + this.#view.getUint32(at + 4)
  }

  /** Puts the upper and the lower half of a bigint, which must not be NULL, at `place` of two columns. */
  integerPair(upper: Int32Array, lower: Int32Array, place: number) {
    this.#size()
    const at = this.#take(8)
    upper[place] = this.#view.getInt32(at)
    lower[place] = this.#view.getInt32(at + 4)
  }

  /** day number from 1970-01-01 */
  date(absent: number): number {
    return this.#size() < 0 ? absent : this.#view.getInt32(this.#take(4)) + POSTGRES_EPOCH_DAY
  }

  /** Puts the four words of a UUID, which must not be NULL, at `place`. */
  uuid(into: Uint32Array, place: number) {
    this.#size()
    const at = this.#take(16)
    for (let word = 0; word < 4; word++) into[place + word] = this.#view.getUint32(at + word * 4)
  }

  text(): string {
    const size = this.#size()
    if (size <= 0) return ''
    const at = this.#take(size)
    return textDecoder.decode(this.#bytes.subarray(at, at + size))
  }

  #size(): number {
    return this.#view.getInt32(this.#take(4))
  }

  #take(bytes: number): number {
    const at = this.#at
    this.#at += bytes
    return at
  }
}

const textDecoder = new TextDecoder()
