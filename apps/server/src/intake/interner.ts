import { detach } from './detach.ts'

const SLOTS = 256

/** Distinct texts behind small indices, in order of first appearance; entry 0 is "no value". Texts are trimmed. */
export class Interner {
  readonly names: string[] = ['']
  readonly #index = new Map<string, number>([['', 0]])
  /** Texts seen lately by length and two letters: comparing with one is cheaper than hashing a text cut just now. */
  readonly #lateTexts = new Array<string>(SLOTS).fill('')
  readonly #lateIndices = new Int32Array(SLOTS)

  indexOf(text: string): number {
    const { length } = text
    if (length === 0) return 0
    const slot = (length * 31 + text.charCodeAt(0) * 7 + text.charCodeAt(length >> 1)) & (SLOTS - 1)
    if (this.#lateTexts[slot] === text) return this.#lateIndices[slot]!
    const index = this.#index.get(text) ?? this.#add(text)
    if (this.names[index]!.length === length) {
      // the kept name, not the text, which would keep the file
      this.#lateTexts[slot] = this.names[index]!
      this.#lateIndices[slot] = index
    }
    return index
  }

  #add(text: string): number {
    const name = detach(text.trim())
    let index = this.#index.get(name)
    if (index === undefined) {
      index = this.names.push(name) - 1
      this.#index.set(name, index)
    }
    if (name.length !== text.length) this.#index.set(detach(text), index)
    return index
  }
}

/** Pairs of service and category, as one service may stand in several categories. */
export class ServiceInterner {
  readonly service: string[] = ['']
  readonly category: string[] = ['']
  readonly #services = new Interner()
  readonly #categories = new Interner()
  readonly #pairs = new Map<number, number>([[0, 0]])

  indexOf(service: string, category: string): number {
    const s = this.#services.indexOf(service)
    const c = this.#categories.indexOf(category)
    const pair = c * 0x4000000 + s
    let index = this.#pairs.get(pair)
    if (index === undefined) {
      index = this.service.push(this.#services.names[s]!) - 1
      this.category.push(this.#categories.names[c]!)
      this.#pairs.set(pair, index)
    }
    return index
  }
}
