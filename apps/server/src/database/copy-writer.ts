/** Microseconds and days from 1970 to 2000, where PostgreSQL's times start. */
export const POSTGRES_EPOCH_MS = 946_684_800_000
export const POSTGRES_EPOCH_DAY = 10_957

/** The binary COPY signature, no flags, no extension. */
export const COPY_HEADER = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0, 0]

const WIDEST_SCALAR = 20
const TWO_32 = 2 ** 32

/** Writes rows in PostgreSQL's binary COPY format. Every row starts with {@link row}, then one call a column. */
export class CopyWriter {
  #bytes = new Uint8Array(1 << 16)
  #view = new DataView(this.#bytes.buffer)
  #length = COPY_HEADER.length

  constructor() {
    this.#bytes.set(COPY_HEADER)
  }

  row(columns: number) {
    this.#reserve(WIDEST_SCALAR)
    this.#int16(columns)
  }

  null() {
    this.#size(-1)
  }

  smallint(value: number) {
    this.#size(2)
    this.#int16(value)
  }

  integer(value: number) {
    this.#size(4)
    this.#int32(value)
  }

  /** `value` is a whole number; `null` when it is NaN */
  bigint(value: number) {
    if (Number.isNaN(value)) return this.null()
    this.#size(8)
    const high = Math.floor(value / TWO_32)
    this.#int32(high)
    this.#int32(value - high * TWO_32)
  }

  boolean(value: boolean) {
    this.#size(1)
    this.#bytes[this.#length++] = value ? 1 : 0
  }

  /** `day` counts from 1970-01-01 */
  date(day: number) {
    this.integer(day - POSTGRES_EPOCH_DAY)
  }

  /** `ms` is UTC since 1970; `null` when it is NaN */
  timestamp(ms: number) {
    this.bigint((ms - POSTGRES_EPOCH_MS) * 1000)
  }

  /** takes the 16 bytes at `offset` */
  uuid(bytes: Uint8Array, offset = 0) {
    this.#size(16)
    this.#bytes.set(bytes.subarray(offset, offset + 16), this.#length)
    this.#length += 16
  }

  /** PostgreSQL's text cannot hold U+0000: it is left out */
  text(value: string) {
    const clean = value.includes('\0') ? value.replaceAll('\0', '') : value
    this.#reserve(4 + clean.length * 3)
    const at = this.#length
    this.#length += 4
    const { written } = textEncoder.encodeInto(clean, this.#bytes.subarray(this.#length))
    this.#view.setInt32(at, written)
    this.#length += written
  }

  /** Everything written, closed with the trailer; the writer is done then. */
  finish(): Uint8Array {
    this.#reserve(2)
    this.#int16(-1)
    return this.#bytes.subarray(0, this.#length)
  }

  #size(bytes: number) {
    this.#reserve(WIDEST_SCALAR)
    this.#int32(bytes)
  }

  #int16(value: number) {
    this.#view.setInt16(this.#length, value)
    this.#length += 2
  }

  #int32(value: number) {
    this.#view.setInt32(this.#length, value)
    this.#length += 4
  }

  #reserve(bytes: number) {
    const needed = this.#length + bytes
    if (needed <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
    this.#view = new DataView(grown.buffer)
  }
}

const textEncoder = new TextEncoder()
