const LONGEST = 400

/** A text that a unique index can hold (at most 2,704 bytes, for two texts together) and that has no U+0000. */
export function indexable(text: string): string {
  return text.replaceAll('\0', '').slice(0, LONGEST)
}
