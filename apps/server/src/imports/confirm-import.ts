import { recordAudit } from '../audit/index.ts'
import { hideImport } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import type { ImportDeps } from './deps.ts'
import { findImport } from './find-import.ts'
import { NO_RESULT } from './import.ts'
import { lockImports } from './lock-imports.ts'
import { moveImportOrFail } from './move-import.ts'
import type { ImportRow } from './tables.ts'

/** Has an inspected file stored. Throws `importNotFound`, or `importNotReady` when its columns are not settled. */
export async function confirmImport(
  scope: WorkspaceScope,
  { queues }: ImportDeps,
  id: number,
  who: Who,
): Promise<ImportRow> {
  return scope.transaction(async (inner) => {
    await lockImports(inner)
    const { state, inspected, error } = await findImport(inner, id)
    if (!inspected?.quality || error) {
      throw new AppError('importNotReady', { value: state, field: inspected?.inspection.missing.join(', ') ?? '' })
    }
    const row = await moveImportOrFail(inner, id, ['ready'], {
      state: 'storing',
      done: 0,
      total: inspected.quality.used,
      checkpoint: 0,
      result: NO_RESULT,
    })
    await hideImport(inner, id, 'new')
    const { rows, clients } = inspected.quality
    await recordAudit(inner, who, { action: 'import.confirmed', subject: `import:${id}`, details: { rows, clients } })
    await queues.send(inner, 'change', id)
    return row
  })
}
