import Papa, { type ParseError } from 'papaparse'

export interface RecoveredRows {
  rows: string[][]
  /** positions of rows whose quotes do not match */
  broken: ReadonlySet<number> | null
}

/**
 * A quotation mark out of place makes the parser swallow the lines up to the next one. Such a row is cut into its lines
 * again: the first is broken, the others are read as rows of their own, so that one bad mark costs one row.
 */
export function recoverRows(data: string[][], errors: readonly ParseError[], delimiter: string): RecoveredRows {
  const faulty = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? 0))
  if (faulty.size === 0) return { rows: data, broken: null }
  const rows: string[][] = []
  const broken = new Set<number>()
  for (const [i, row] of data.entries()) {
    if (!faulty.has(i)) {
      rows.push(row)
      continue
    }
    const [first, ...swallowed] = row.join(delimiter).split('\n')
    broken.add(rows.length)
    rows.push(first!.split(delimiter))
    for (const line of swallowed) {
      const parsed = Papa.parse<string[]>(line, { delimiter, newline: '\n' })
      if (parsed.errors.some(({ type }) => type === 'Quotes')) broken.add(rows.length)
      rows.push(parsed.data[0] ?? [''])
    }
  }
  return { rows, broken }
}
