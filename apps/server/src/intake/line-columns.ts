/** Columns of lines while a file is read: they grow together, so that a row costs no object. */
export class LineColumns {
  length = 0
  #capacity: number
  appointment: Int32Array
  day: Int32Array
  start: Int32Array
  status: Uint8Array
  staff: Int32Array
  service: Int32Array
  product: Uint8Array
  row: Int32Array
  startsAt: Float64Array
  price: Float64Array
  discount: Float64Array
  requested: Uint8Array

  constructor(capacity: number) {
    this.#capacity = capacity
    this.appointment = new Int32Array(capacity)
    this.day = new Int32Array(capacity)
    this.start = new Int32Array(capacity)
    this.status = new Uint8Array(capacity)
    this.staff = new Int32Array(capacity)
    this.service = new Int32Array(capacity)
    this.product = new Uint8Array(capacity)
    this.row = new Int32Array(capacity)
    this.startsAt = new Float64Array(capacity)
    this.price = new Float64Array(capacity)
    this.discount = new Float64Array(capacity)
    this.requested = new Uint8Array(capacity)
  }

  /** Number of a new line, whose columns are zero. */
  add(): number {
    if (this.length === this.#capacity) this.#grow()
    return this.length++
  }

  /** Leaves out the lines whose `keep` is 0. */
  compact(keep: Uint8Array): void {
    let kept = 0
    for (const column of this.#all()) {
      kept = 0
      for (let line = 0; line < this.length; line++) if (keep[line] === 1) column[kept++] = column[line]!
    }
    this.length = kept
  }

  #all() {
    return [
      this.appointment,
      this.day,
      this.start,
      this.status,
      this.staff,
      this.service,
      this.product,
      this.row,
      this.startsAt,
      this.price,
      this.discount,
      this.requested,
    ]
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.5) + 16
    this.appointment = grown(this.appointment, new Int32Array(this.#capacity))
    this.day = grown(this.day, new Int32Array(this.#capacity))
    this.start = grown(this.start, new Int32Array(this.#capacity))
    this.status = grown(this.status, new Uint8Array(this.#capacity))
    this.staff = grown(this.staff, new Int32Array(this.#capacity))
    this.service = grown(this.service, new Int32Array(this.#capacity))
    this.product = grown(this.product, new Uint8Array(this.#capacity))
    this.row = grown(this.row, new Int32Array(this.#capacity))
    this.startsAt = grown(this.startsAt, new Float64Array(this.#capacity))
    this.price = grown(this.price, new Float64Array(this.#capacity))
    this.discount = grown(this.discount, new Float64Array(this.#capacity))
    this.requested = grown(this.requested, new Uint8Array(this.#capacity))
  }
}

export function grown<T extends Int32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
