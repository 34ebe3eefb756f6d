import type { WorkspaceScope } from '../database/index.ts'
import type { ImportDeps } from './deps.ts'
import { findImport } from './find-import.ts'
import { withoutRows } from './import.ts'
import { discardFiles, filesOf } from './import-files.ts'
import { moveImport, moveImportOrFail } from './move-import.ts'
import type { ImportRow } from './tables.ts'

/**
 * Gives an import up: a file not stored yet is discarded, one that is being stored is stopped and taken back.
 * Throws `importNotFound`, or `importNotReady` when it is over already.
 */
export async function cancelImport(scope: WorkspaceScope, deps: ImportDeps, id: number): Promise<ImportRow> {
  const inspected = withoutRows((await findImport(scope, id)).inspected)
  const end = { state: 'cancelled', error: null, inspected } as const
  const discarded = await moveImport(scope, id, ['inspecting', 'ready', 'failed'], end)
  if (discarded) {
    deps.reads.stop(scope, id)
    await discardFiles(filesOf(deps.folder, scope.workspaceId, id))
    return discarded
  }
  const stopped = await scope.transaction(async (inner) => {
    const row = await moveImportOrFail(inner, id, ['storing'], { state: 'cancelling', done: 0 })
    await deps.queues.send(inner, 'change', id)
    return row
  })
  deps.reads.stop(scope, id)
  return stopped
}
