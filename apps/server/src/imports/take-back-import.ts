import { forgetHidden, takeBack } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { ImportDeps } from './deps.ts'
import { withoutRows } from './import.ts'
import { discardFiles, filesOf } from './import-files.ts'
import { moveImport } from './move-import.ts'
import type { ImportRow } from './tables.ts'
import { factsOf, tellOfImport } from './tell.ts'

/** Takes back what an undone, cancelled or failed import wrote, from where that was left. */
export async function takeBackImport(scope: WorkspaceScope, deps: ImportDeps, row: ImportRow, signal: AbortSignal) {
  await takeBack(scope, row.id, async (inner, done, total) => {
    signal.throwIfAborted()
    await moveImport(inner, row.id, [row.state], { done, total })
  })
  const state = row.state === 'undoing' ? 'undone' : row.error ? 'failed' : 'cancelled'
  // a failed file may be corrected and tried again
  if (state !== 'failed') await discardFiles(filesOf(deps.folder, scope.workspaceId, row.id))
  await scope.transaction(async (inner) => {
    const inspected = state === 'failed' ? row.inspected : withoutRows(row.inspected)
    const end = { state, done: null, total: null, checkpoint: 0, result: null, inspected } as const
    await moveImport(inner, row.id, [row.state], end)
    await forgetHidden(inner, row.id)
    if (state === 'undone') await tellOfImport(inner, deps, 'import.undone', row.id)
    if (row.error) await tellOfImport(inner, deps, 'import.failed', row.id, factsOf(row.error))
  })
}
