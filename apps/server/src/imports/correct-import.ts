import type { WorkspaceScope } from '../database/index.ts'
import type { ImportDeps } from './deps.ts'
import { findImport } from './find-import.ts'
import type { ImportOptions } from './import.ts'
import { moveImportOrFail } from './move-import.ts'
import type { ImportRow } from './tables.ts'

/** What a person says about a file; what is left out stays as it is. */
export interface Correction {
  sheet?: string | undefined
  mapping?: NonNullable<ImportOptions['mapping']> | undefined
  settings?: { [Setting in keyof ImportOptions]?: ImportOptions[Setting] | undefined } | undefined
}

/**
 * Has a file read again with another sheet, mapping or settings; also one whose import failed. Another sheet has other
 * columns, so it starts without the mapping. Throws `importNotFound` or `importNotReady`.
 */
export async function correctImport(
  scope: WorkspaceScope,
  { queues }: ImportDeps,
  id: number,
  { sheet, mapping, settings = {} }: Correction,
): Promise<ImportRow> {
  return scope.transaction(async (inner) => {
    const { options } = await findImport(inner, id)
    const kept = sheet && sheet !== options.sheet ? {} : options.mapping
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
    const corrected: ImportOptions = {
      ...options,
      ...given,
      ...(sheet && { sheet }),
      mapping: { ...kept, ...mapping },
    }
    const change = { state: 'inspecting', options: corrected, error: null } as const
    const row = await moveImportOrFail(inner, id, ['ready', 'failed'], change)
    await queues.send(inner, 'inspect', id)
    return row
  })
}
