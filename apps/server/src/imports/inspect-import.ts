import type { WorkspaceScope } from '../database/index.ts'
import { isDatabaseTrouble } from '../errors.ts'
import { IntakeError } from '../intake/index.ts'
import type { ImportDeps } from './deps.ts'
import { failureOf, isFinal } from './failure.ts'
import { findImport } from './find-import.ts'
import { filesOf } from './import-files.ts'
import { intakeOptions } from './intake-options.ts'
import { moveImport } from './move-import.ts'
import { readInWorker } from './read-in-worker.ts'
import { factsOf, tellOfImport } from './tell.ts'

/**
 * Reads an uploaded file for its columns, first rows, quality and rejects; stores nothing of it. A file that was read
 * before and cannot be read with what a person changed since stays ready to be corrected, with the error.
 */
export async function inspectImport(scope: WorkspaceScope, deps: ImportDeps, id: number, last: boolean) {
  await deps.reads.run(scope, id, async (signal) => {
    const row = await findImport(scope, id)
    if (row.state !== 'inspecting') return
    const { upload: path, rejects: rejectsFile } = filesOf(deps.folder, scope.workspaceId, id)
    try {
      const rules = { pastScheduled: row.options.pastScheduled }
      const task = { kind: 'inspect' as const, path, options: intakeOptions(row), rules, rejectsFile }
      const { unusable, ...inspected } = await readInWorker(task, signal)
      const error = unusable && failureOf(new IntakeError('nothingUsable', unusable))
      await moveImport(scope, id, ['inspecting'], { state: 'ready', inspected, error })
    } catch (error) {
      if (signal.aborted) return
      if (!isFinal(error) && (!last || isDatabaseTrouble(error))) throw error
      const failure = failureOf(error)
      await scope.transaction(async (inner) => {
        const state = row.inspected ? 'ready' : 'failed'
        const moved = await moveImport(inner, id, ['inspecting'], { state, error: failure })
        if (moved && state === 'failed') await tellOfImport(inner, deps, 'import.failed', id, factsOf(failure))
      })
    }
  })
}
