import { recordAudit } from '../audit/index.ts'
import { hideImport } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { adoptSettings, findLastDone } from './adopt-settings.ts'
import type { ImportDeps } from './deps.ts'
import { findImport, nextToWorkOn } from './find-import.ts'
import { lockImports } from './lock-imports.ts'
import { moveImportOrFail } from './move-import.ts'
import type { ImportRow } from './tables.ts'
import { tellOfData } from './tell.ts'

/**
 * Takes the last import back: readers see the book as it was before at once, the rows follow. Throws
 * `importNotFound`, `nothingToUndo` when it is not the last one done, `importRunning` while another is at work.
 */
export async function undoImport(scope: WorkspaceScope, deps: ImportDeps, id: number, who: Who): Promise<ImportRow> {
  return scope.transaction(async (inner) => {
    await lockImports(inner)
    await findImport(inner, id)
    const running = await nextToWorkOn(inner)
    if (running) throw new AppError('importRunning', { value: String(running.id) })
    const last = await findLastDone(inner)
    if (last?.id !== id) throw new AppError('nothingToUndo', { value: String(id) })
    const row = await moveImportOrFail(inner, id, ['done'], { state: 'undoing', done: 0, total: null })
    await hideImport(inner, id, 'visible')
    await adoptSettings(inner, last)
    await recordAudit(inner, who, { action: 'import.undone', subject: `import:${id}` })
    await tellOfData(inner, deps, 'undo')
    await deps.queues.send(inner, 'change', id)
    return row
  })
}
