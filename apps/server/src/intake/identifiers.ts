import { TextIndex } from './text-index.ts'

/** One kind of identifier: the texts of a column, and what each means once trimmed and freed of placeholders. */
export class Identifiers {
  readonly #texts = new TextIndex()
  /** by number of the text as it stands: number of what it means, −1 for nothing */
  readonly #meanings: number[] = []
  readonly #normalise: (text: string) => string

  /** @param normalise gives '' for what identifies nobody, and leaves its own results as they are */
  constructor(normalise: (text: string) => string) {
    this.#normalise = normalise
  }

  /** Number of the identifier in a cell, −1 when there is none. Cells that mean the same have the same number. */
  read(text: string): number {
    if (text === '') return -1
    const i = this.#texts.indexOf(text)
    return i < this.#meanings.length ? this.#meanings[i]! : this.#learn(text, i)
  }

  textOf(identifier: number): string {
    return identifier < 0 ? '' : this.#texts.textOf(identifier)
  }

  #learn(text: string, i: number): number {
    const meaning = this.#normalise(text)
    this.#meanings[i] = meaning === text ? i : -1
    if (meaning !== text) this.#meanings[i] = this.read(meaning)
    return this.#meanings[i]!
  }
}
