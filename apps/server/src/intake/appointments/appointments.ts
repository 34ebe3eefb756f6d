import { STATUSES } from '@comeback/retention'
import { grown } from '../line-columns.ts'

const BLANK = STATUSES.indexOf('blank')
const CANCELLED = STATUSES.indexOf('cancelled')

/** What lines of one appointment must agree on, or share. Columns grow as appointments are found. */
export class Appointments {
  length = 0
  #capacity: number
  /** number of its id in the file, −1 when it has none */
  id: Int32Array
  /** −1 while no row names one */
  client: Int32Array
  day: Int32Array
  status: Uint8Array
  location: Int32Array
  source: Int32Array
  bookedBy: Int32Array
  startsAt: Float64Array
  /** earliest, NaN unknown */
  bookedAt: Float64Array
  /** latest, NaN unknown */
  cancelledAt: Float64Array
  /** 1 when some line has a positive price */
  paid: Uint8Array
  /** 1 when its rows contradict each other */
  disagrees: Uint8Array

  constructor(capacity: number) {
    this.#capacity = capacity
    this.id = new Int32Array(capacity)
    this.client = new Int32Array(capacity)
    this.day = new Int32Array(capacity)
    this.status = new Uint8Array(capacity)
    this.location = new Int32Array(capacity)
    this.source = new Int32Array(capacity)
    this.bookedBy = new Int32Array(capacity)
    this.startsAt = new Float64Array(capacity)
    this.bookedAt = new Float64Array(capacity)
    this.cancelledAt = new Float64Array(capacity)
    this.paid = new Uint8Array(capacity)
    this.disagrees = new Uint8Array(capacity)
  }

  add(client: number, day: number, startsAt: number, location: number): number {
    if (this.length === this.#capacity) this.#grow()
    const a = this.length++
    this.id[a] = -1
    this.client[a] = client
    this.day[a] = day
    this.startsAt[a] = startsAt
    this.location[a] = location
    this.bookedAt[a] = Number.NaN
    this.cancelledAt[a] = Number.NaN
    return a
  }

  /** Adds what a row says about appointment a: blank is no disagreement. */
  join(a: number, day: number, status: number, location: number, source: number): void {
    if (day !== this.day[a]) this.disagrees[a] = 1
    if (status !== this.status[a] && status !== BLANK) {
      if (this.status[a] === BLANK) this.status[a] = status
      else this.disagrees[a] = 1
    }
    if (this.location[a] === 0) this.location[a] = location
    if (this.source[a] === 0) this.source[a] = source
  }

  /** Adds when it was booked and cancelled, NaN unknown: the earliest booking and the latest cancelling stay. */
  keepTimes(a: number, bookedAt: number, cancelledAt: number): void {
    if (!(this.bookedAt[a]! <= bookedAt) && !Number.isNaN(bookedAt)) this.bookedAt[a] = bookedAt
    if (!(this.cancelledAt[a]! >= cancelledAt) && !Number.isNaN(cancelledAt)) this.cancelledAt[a] = cancelledAt
  }

  /** Adds all that is known of appointment `from` to another one. */
  merge(from: number, to: number): void {
    this.join(to, this.day[from]!, this.status[from]!, this.location[from]!, this.source[from]!)
    this.keepTimes(to, this.bookedAt[from]!, this.cancelledAt[from]!)
    if (this.bookedBy[to] === 0) this.bookedBy[to] = this.bookedBy[from]!
    this.paid[to] = Math.max(this.paid[to]!, this.paid[from]!)
    this.disagrees[to] = Math.max(this.disagrees[to]!, this.disagrees[from]!)
  }

  /** Status of appointment a: one that names the time of its cancelling needs no other word for it. */
  finalStatus(a: number): number {
    return this.status[a] === BLANK && !Number.isNaN(this.cancelledAt[a]!) ? CANCELLED : this.status[a]!
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.5) + 16
    this.id = grown(this.id, new Int32Array(this.#capacity))
    this.client = grown(this.client, new Int32Array(this.#capacity))
    this.day = grown(this.day, new Int32Array(this.#capacity))
    this.status = grown(this.status, new Uint8Array(this.#capacity))
    this.location = grown(this.location, new Int32Array(this.#capacity))
    this.source = grown(this.source, new Int32Array(this.#capacity))
    this.bookedBy = grown(this.bookedBy, new Int32Array(this.#capacity))
    this.startsAt = grown(this.startsAt, new Float64Array(this.#capacity))
    this.bookedAt = grown(this.bookedAt, new Float64Array(this.#capacity))
    this.cancelledAt = grown(this.cancelledAt, new Float64Array(this.#capacity))
    this.paid = grown(this.paid, new Uint8Array(this.#capacity))
    this.disagrees = grown(this.disagrees, new Uint8Array(this.#capacity))
  }
}

/** Finds the appointment of a client, start and location: open addressing over the columns, no key to build a row. */
export class SlotIndex {
  #slots = new Int32Array(1 << 12).fill(-1)
  #used = 0
  readonly #appointments: Appointments

  constructor(appointments: Appointments) {
    this.#appointments = appointments
  }

  /** The appointment already known for these three, or a new one. */
  find(client: number, day: number, startsAt: number, location: number): number {
    if (this.#used * 2 > this.#slots.length) this.#rehash()
    const { client: clients, startsAt: starts, location: locations } = this.#appointments
    const mask = this.#slots.length - 1
    for (let at = hash(client, startsAt, location) & mask; ; at = (at + 1) & mask) {
      const a = this.#slots[at]!
      if (a < 0) {
        this.#used++
        this.#slots[at] = this.#appointments.add(client, day, startsAt, location)
        return this.#slots[at]!
      }
      if (clients[a] === client && starts[a] === startsAt && locations[a] === location) return a
    }
  }

  #rehash(): void {
    const old = this.#slots
    const { client, startsAt, location } = this.#appointments
    this.#slots = new Int32Array(old.length * 4).fill(-1)
    const mask = this.#slots.length - 1
    for (const a of old) {
      if (a < 0) continue
      let at = hash(client[a]!, startsAt[a]!, location[a]!) & mask
      while (this.#slots[at]! >= 0) at = (at + 1) & mask
      this.#slots[at] = a
    }
  }
}

function hash(client: number, startsAt: number, location: number): number {
  let h = Math.imul(client ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15) ^ Math.floor(startsAt / 60_000), 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13) ^ location, 0x27d4eb2f)
  return (h ^ (h >>> 16)) >>> 0
}
