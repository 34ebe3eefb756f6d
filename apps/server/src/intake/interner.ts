import { detach } from './detach.ts'

/** Distinct texts behind small indices, in order of first appearance; entry 0 is "no value". Texts are trimmed. */
export class Interner {
  readonly names: string[] = ['']
  readonly #index = new Map<string, number>([['', 0]])

  /** Neighbouring rows often name the same: comparing is cheaper than hashing. */
  #lastText = ''
  #lastIndex = 0

  indexOf(text: string): number {
    if (text === this.#lastText) return this.#lastIndex
    if (text === '') return 0
    this.#lastIndex = this.#index.get(text) ?? this.#add(text)
    this.#lastText = text
    return this.#lastIndex
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
