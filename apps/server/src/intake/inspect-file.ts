import type { Inspection } from './inspection.ts'
import type { IntakeOptions } from './options.ts'
import { prepare } from './prepare.ts'

/**
 * Looks at a visit file without reading it all (a file with doubtful dates such as 03/04/2025 is looked through for a
 * proof of their order). What the mapping must still decide is in `missing` and `ambiguous`; throws IntakeError when
 * the file cannot be read at all.
 */
export async function inspectFile(
  path: string,
  options: IntakeOptions = {},
  signal?: AbortSignal,
): Promise<Inspection> {
  return (await prepare(path, options, signal)).inspection
}
