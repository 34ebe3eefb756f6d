const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]|[\u{1F300}-\u{1FAFF}]/u
const segmenter = new Intl.Segmenter()

function widthOf(text: string): number {
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}

/** A table for people: the first column and `left` ones flush left, numbers flush right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[], left: readonly number[] = [0]) {
  const widths = header.map((title, i) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? ''))))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => {
        const padding = ' '.repeat(widths[i]! - widthOf(cell))
        return left.includes(i) ? cell + padding : padding + cell
      })
      .join('  ')
      .trimEnd()
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`
}

/** Minor units as major ones, grouped by thin spaces: 1720208 → `17 202.08`. */
export function money(minor: number | null, currency: string): string {
  if (minor === null) return '–'
  const digits = minorDigits(currency)
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return format.format(minor / 10 ** digits).replaceAll(',', ' ')
}

/** Decimals of the currency: 2 for UAH, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
