import { IntakeError } from './errors.ts'
import type { DataQuality, Reject } from './parsed-book.ts'

/** That no row of a file could be used, with the commonest reason and its first row; `null` when some could. */
export function nothingUsable(
  fileName: string,
  { used }: Pick<DataQuality, 'used'>,
  rejects: readonly Reject[],
): IntakeError | null {
  const commonest = commonestOf(rejects)
  if (used > 0 || !commonest) return null
  const { code, row, column, value } = commonest
  return new IntakeError('nothingUsable', { file: fileName, row, field: code, value, ...(column && { column }) })
}

/** The first reject of the kind there are most of. */
function commonestOf(rejects: readonly Reject[]): Reject | undefined {
  const kinds = Map.groupBy(rejects, ({ code, column }) => `${code} ${column}`)
  return [...kinds.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}
