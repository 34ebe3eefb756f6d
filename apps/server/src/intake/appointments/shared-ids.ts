import type { Appointments } from './appointments.ts'

/**
 * The appointments behind each id of a file: one for each client its rows name, as families pay together, and one more
 * for rows that name nobody until it is known whose they are.
 */
export class SharedIds {
  readonly #appointments: Appointments
  /** first appointment by number of its id */
  readonly #first: number[] = []
  /** next appointment of the same id, only where there is one */
  readonly #next = new Map<number, number>()
  /** numbers of ids with several appointments */
  readonly #shared: number[] = []

  constructor(appointments: Appointments) {
    this.#appointments = appointments
  }

  /** The appointment of an id and a client (−1: nobody named), or a new one. */
  find(id: number, client: number, day: number, startsAt: number, location: number): number {
    const { client: clients } = this.#appointments
    if (id === this.#first.length) this.#first.push(this.#add(id, client, day, startsAt, location))
    let a = this.#first[id]!
    while (clients[a] !== client) {
      const next = this.#next.get(a)
      if (next === undefined) {
        if (a === this.#first[id]) this.#shared.push(id)
        const added = this.#add(id, client, day, startsAt, location)
        this.#next.set(a, added)
        return added
      }
      a = next
    }
    return a
  }

  /**
   * Once all rows are read: rows without a client go to the id's only client, and numbers that turned out to be one
   * client (`same`) are one. Gives the appointment each has become, `null` when all stay as they are.
   */
  settle(same: Int32Array): Int32Array | null {
    if (this.#shared.length === 0) return null
    const appointments = this.#appointments
    const into = Int32Array.from({ length: appointments.length }, (_, a) => a)
    for (const id of this.#shared) {
      const byClient = new Map<number, number>()
      for (const a of this.#of(id)) {
        const client = appointments.client[a]!
        const who = client < 0 ? -1 : same[client]!
        const known = byClient.get(who)
        if (known === undefined) byClient.set(who, a)
        else this.#merge(a, known, into)
      }
      const nameless = byClient.get(-1)
      if (nameless === undefined || byClient.size !== 2) continue
      const [named] = [...byClient.values()].filter((a) => a !== nameless)
      this.#merge(nameless, named!, into)
    }
    return into
  }

  /** Whether appointment a is the one its id was met with first, or has no id. */
  isFirst(a: number): boolean {
    const id = this.#appointments.id[a]!
    return id < 0 || this.#first[id] === a
  }

  #of(id: number): number[] {
    const all = [this.#first[id]!]
    for (let a = this.#next.get(all[0]!); a !== undefined; a = this.#next.get(a)) all.push(a)
    return all
  }

  #add(id: number, client: number, day: number, startsAt: number, location: number): number {
    const a = this.#appointments.add(client, day, startsAt, location)
    this.#appointments.id[a] = id
    return a
  }

  #merge(from: number, to: number, into: Int32Array): void {
    this.#appointments.merge(from, to)
    into[from] = to
  }
}
