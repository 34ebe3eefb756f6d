/** Texts of one of the two generations: some 200 bytes each. */
const GENERATION = 200_000

/**
 * Remembers what was opened lately: lists sorted by name and searches ask for the same names again and again, and
 * opening takes some ten times as long as looking up. At most two generations are kept, the older one is dropped whole.
 */
export class RecentTexts {
  private young = new Map<string, string>()
  private old = new Map<string, string>()

  get(stored: string, open: (stored: string) => string): string {
    const known = this.young.get(stored)
    if (known !== undefined) return known
    const text = this.old.get(stored) ?? open(stored)
    if (this.young.size >= GENERATION) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(stored, text)
    return text
  }
}
