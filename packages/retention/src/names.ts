/** Orders texts by Unicode code point, as METRICS asks; `<` compares UTF-16 units, which differs outside the BMP. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Moves the surrogates, which stand for code points above 0xFFFF, behind every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Name of a group as reports show it: `null` for the one without a value. */
export function keyOf(name: string): string | null {
  return name === '' ? null : name
}
