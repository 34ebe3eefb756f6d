import { type Birthday, formatBirthday, NO_BIRTHDAY, yearOfBirth } from '../birthday.ts'
import type { ClientLanguage } from '../languages.ts'
import { detach } from './detach.ts'
import { Identifiers } from './identifiers.ts'
import type { JoinBy } from './options.ts'
import type { ClientTable } from './parsed-book.ts'
import { phoneText } from './phones.ts'
import { normaliseWords } from './words/normalise.ts'
import { isPlaceholderEmail, isPlaceholderId } from './words/placeholders.ts'

/** Clients of a file in order of first appearance, joined by client id, else phone, else e-mail (METRICS), else name where asked. */
export class Clients {
  /** clients whose rows name different phones; the first one is kept */
  readonly severalPhones = new Set<number>()
  /** likewise of birthdays, unless one merely lacks the year of the other */
  readonly severalBirthdays = new Set<number>()
  readonly #joinBy: JoinBy
  readonly #ids = new Identifiers((text) => (isPlaceholderId(text) ? '' : text.trim()))
  readonly #emails = new Identifiers((text) => {
    const email = text.trim().toLowerCase()
    return isPlaceholderEmail(email) ? '' : email
  })
  /** client by number of identifier, undefined where it is none's */
  readonly #byId: (number | undefined)[] = []
  readonly #byEmail: (number | undefined)[] = []
  readonly #byPhone = new Map<number, number>()
  /** of those whom nothing but a name identifies, by its words */
  readonly #byName = new Map<string, number>()
  /** what is known of each client: numbers of identifiers, −1 unknown, and digits of the phone, 0 unknown */
  readonly #id: number[] = []
  readonly #phone: number[] = []
  readonly #email: number[] = []
  readonly #name: string[] = []
  readonly #named: boolean[] = []
  readonly #marketing: number[] = []
  readonly #birthday: Birthday[] = []
  readonly #language: ClientLanguage[] = []

  constructor(joinBy: JoinBy) {
    this.#joinBy = joinBy
  }

  get count(): number {
    return this.#id.length
  }

  /** Number of the client of a row, −1 when nothing identifies one. `phone` is its digits, 0 none; `marketing` 0–2. */
  of(idText: string, phone: number, emailText: string, name: string, marketing: number): number {
    const id = this.#ids.read(idText)
    const email = this.#emails.read(emailText)
    const client = this.#find(id, phone, email, name)
    if (client < 0) return client
    if (this.#id[client]! < 0) this.#id[client] = id
    if (this.#email[client]! < 0) this.#email[client] = email
    // rows that contradict one another are no consent
    if (marketing > this.#marketing[client]!) this.#marketing[client] = marketing
    if (!this.#named[client] && name !== '') {
      this.#name[client] = detach(name.trim())
      this.#named[client] = true
    }
    if (phone > 0 && this.#phone[client] !== phone) {
      if (this.#phone[client] === 0) this.#phone[client] = phone
      else this.severalPhones.add(client)
    }
    return client
  }

  /** Notes what a row says of the birthday of a client. */
  bornOn(client: number, birthday: Birthday): void {
    const known = this.#birthday[client]!
    if (known === birthday) return
    if (known === NO_BIRTHDAY || known === withoutYear(birthday)) this.#birthday[client] = birthday
    else if (birthday !== withoutYear(known)) this.severalBirthdays.add(client)
  }

  /** Notes the language a row names; the first one of a client is kept. */
  reads(client: number, language: ClientLanguage): void {
    if (this.#language[client] === '') this.#language[client] = language
  }

  #find(id: number, phone: number, email: number, name: string): number {
    const byPhone = phone > 0 && (id < 0 || this.#joinBy === 'phone')
    if (byPhone) {
      const known = this.#byPhone.get(phone)
      if (known !== undefined) return known
      this.#byPhone.set(phone, this.#add())
      return this.count - 1
    }
    if (id >= 0) return this.#known(this.#byId, id)
    if (email >= 0) return this.#known(this.#byEmail, email)
    return this.#joinBy === 'name' ? this.#namesake(name) : -1
  }

  #namesake(name: string): number {
    const words = isPlaceholderId(name) ? '' : normaliseWords(name)
    if (words === '') return -1
    const known = this.#byName.get(words) ?? this.#add()
    this.#byName.set(words, known)
    return known
  }

  #known(clients: (number | undefined)[], identifier: number): number {
    const known = clients[identifier]
    if (known !== undefined) return known
    while (clients.length < identifier) clients.push(undefined)
    clients[identifier] = this.#add()
    return clients[identifier]
  }

  #add(): number {
    this.#phone.push(0)
    this.#email.push(-1)
    this.#name.push('')
    this.#named.push(false)
    this.#marketing.push(0)
    this.#birthday.push(NO_BIRTHDAY)
    this.#language.push('')
    return this.#id.push(-1) - 1
  }

  /**
   * The clients, and where each number given out so far now stands: `keep` marks those that still have a line, and when
   * joining by phone a client known by its id alone turns out to be the one whose rows had that id and a phone.
   */
  finish(keep: Uint8Array): { table: ClientTable; place: Int32Array } {
    const same = this.same()
    for (let client = 0; client < keep.length; client++) if (keep[client] === 1) keep[same[client]!] = 1
    const place = new Int32Array(keep.length)
    const used = new Set<number>()
    const table: ClientTable = {
      ...{ key: [], externalId: [], name: [], phone: [], email: [] },
      ...{ marketing: [], birthday: [], language: [] },
    }
    for (let client = 0; client < keep.length; client++) {
      if (keep[client] === 0 || same[client] !== client) continue
      const id = this.#id[client]!
      const externalId = this.#ids.textOf(id)
      const phone = phoneText(this.#phone[client]!)
      const email = this.#emails.textOf(this.#email[client]!)
      // joined by phone, two clients may have one id: it is the key of the first
      const key = (used.has(id) ? '' : externalId) || phone || email || this.#name[client]!
      used.add(id)
      place[client] = table.key.push(key) - 1
      table.externalId.push(externalId)
      table.name.push(this.#name[client]!)
      table.phone.push(phone)
      table.email.push(email)
      table.marketing.push(this.#marketing[client]!)
      table.birthday.push(formatBirthday(this.#birthday[client]!))
      table.language.push(this.#language[client]!)
    }
    for (let client = 0; client < keep.length; client++) place[client] = place[same[client]!]!
    return { table, place }
  }

  /** For each number given out: the number of the client it turned out to be, see {@link finish}. */
  same(): Int32Array {
    const same = Int32Array.from(this.#id, (_, client) => client)
    if (this.#joinBy !== 'phone') return same
    const withPhone = new Map<number, number>()
    for (const [client, id] of this.#id.entries()) {
      if (id >= 0 && this.#phone[client]! > 0 && !withPhone.has(id)) withPhone.set(id, client)
    }
    for (const [id, client] of this.#byId.entries()) {
      if (client !== undefined) same[client] = withPhone.get(id) ?? client
    }
    return same
  }
}

function withoutYear(birthday: Birthday): Birthday {
  return birthday - (yearOfBirth(birthday) ?? 0) * 10_000
}
