import { detach } from './detach.ts'
import type { JoinBy } from './options.ts'
import type { ClientTable } from './parsed-book.ts'
import { isPlaceholderEmail, isPlaceholderId } from './words/placeholders.ts'

/** Clients of a file in order of first appearance, joined by client id, else phone, else e-mail (METRICS). */
export class Clients {
  /** clients whose rows name different phones; the first one is kept */
  severalPhones = new Set<number>()
  readonly #joinBy: JoinBy
  readonly #table: ClientTable = { key: [], externalId: [], name: [], phone: [], email: [] }
  readonly #byId = new Map<string, number>()
  readonly #byPhone = new Map<string, number>()
  readonly #byEmail = new Map<string, number>()
  readonly #ids = new Map<string, string>()
  readonly #emails = new Map<string, string>()

  constructor(joinBy: JoinBy) {
    this.#joinBy = joinBy
  }

  /** Number of the client of a row, −1 when nothing identifies one. `phone` is E.164 or ''. */
  of(rawId: string, phone: string, rawEmail: string, name: string): number {
    const id = rawId === '' ? '' : (this.#ids.get(rawId) ?? this.#readId(rawId))
    const email = rawEmail === '' ? '' : (this.#emails.get(rawEmail) ?? this.#readEmail(rawEmail))
    const client = this.#find(id, phone, email)
    if (client >= 0) this.#describe(client, id, phone, email, name)
    return client
  }

  #find(id: string, phone: string, email: string): number {
    const phoneFirst = this.#joinBy === 'phone' && phone !== ''
    if (id !== '' && !phoneFirst) return this.#byId.get(id) ?? this.#add(this.#byId, id)
    if (phone !== '') return this.#byPhone.get(phone) ?? this.#add(this.#byPhone, phone)
    return email === '' ? -1 : (this.#byEmail.get(email) ?? this.#add(this.#byEmail, email))
  }

  #add(by: Map<string, number>, key: string): number {
    const kept = detach(key)
    const client = this.#table.key.push(kept) - 1
    by.set(kept, client)
    for (const column of ['externalId', 'name', 'phone', 'email'] as const) this.#table[column].push('')
    return client
  }

  #describe(client: number, id: string, phone: string, email: string, name: string): void {
    const table = this.#table
    if (id !== '' && table.externalId[client] === '') table.externalId[client] = detach(id)
    if (name !== '' && table.name[client] === '') table.name[client] = detach(name.trim())
    if (email !== '' && table.email[client] === '') table.email[client] = detach(email)
    if (phone === '' || table.phone[client] === phone) return
    if (table.phone[client] === '') table.phone[client] = detach(phone)
    else this.severalPhones.add(client)
  }

  #readId(raw: string): string {
    const trimmed = detach(raw.trim())
    const id = isPlaceholderId(trimmed) ? '' : trimmed
    this.#ids.set(detach(raw), id)
    return id
  }

  #readEmail(raw: string): string {
    const trimmed = detach(raw.trim().toLowerCase())
    const email = isPlaceholderEmail(trimmed) ? '' : trimmed
    this.#emails.set(detach(raw), email)
    return email
  }

  /**
   * The clients, and where each number given out so far now stands: `keep` marks those that still have a line, and when
   * joining by phone a client known by its id alone turns out to be the one whose rows had that id and a phone.
   */
  finish(keep: Uint8Array): { table: ClientTable; place: Int32Array } {
    const from = this.#table
    const same = this.#sameById()
    for (let client = 0; client < keep.length; client++) if (keep[client] === 1) keep[same[client]!] = 1
    const place = new Int32Array(keep.length)
    const used = new Set<string>()
    const table: ClientTable = { key: [], externalId: [], name: [], phone: [], email: [] }
    for (let client = 0; client < keep.length; client++) {
      if (keep[client] === 0 || same[client] !== client) continue
      const id = from.externalId[client]!
      place[client] = table.key.push(id === '' || used.has(id) ? from.key[client]! : id) - 1
      used.add(id)
      for (const column of ['externalId', 'name', 'phone', 'email'] as const) table[column].push(from[column][client]!)
    }
    for (let client = 0; client < keep.length; client++) place[client] = place[same[client]!]!
    return { table, place }
  }

  #sameById(): Int32Array {
    const same = Int32Array.from(this.#table.key, (_, client) => client)
    if (this.#joinBy === 'clientId') return same
    const byId = new Map<string, number>()
    for (const client of this.#byPhone.values()) {
      const id = this.#table.externalId[client]!
      if (id !== '' && !byId.has(id)) byId.set(id, client)
    }
    for (const [id, client] of this.#byId) same[client] = byId.get(id) ?? client
    return same
  }

  get count(): number {
    return this.#table.key.length
  }
}
