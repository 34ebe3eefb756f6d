import type { WorkspaceScope } from '../database/index.ts'
import { isDatabaseTrouble, knownFailure } from '../errors.ts'
import type { ImportDeps } from './deps.ts'
import { failureOf, isFinal } from './failure.ts'
import { nextToWorkOn } from './find-import.ts'
import { moveImport } from './move-import.ts'
import { storeImport } from './store-import.ts'
import type { ImportRow } from './tables.ts'
import { takeBackImport } from './take-back-import.ts'

/**
 * Stores and takes back what waits for it in a workspace, one import after another, until nothing is left or the
 * signal says stop. What cannot be stored is taken back and has failed; an error nobody foresaw is thrown, for
 * another try, unless this is the `last`. A database that is away fails no import: it goes on once it is back.
 */
export async function changeBook(scope: WorkspaceScope, deps: ImportDeps, last: boolean, signal: AbortSignal) {
  await scope.exclusively(async () => {
    let row = await nextToWorkOn(scope, deps.folder.id)
    while (row && !signal.aborted) {
      try {
        if (row.state === 'storing') await storeImport(scope, deps, row, signal)
        else await takeBackImport(scope, deps, row, signal)
      } catch (error) {
        if (signal.aborted) return
        if (row.state !== 'storing' || (!isFinal(error) && (!last || isDatabaseTrouble(error)))) {
          await noteTrouble(scope, row, error)
          throw error
        }
        await moveImport(scope, row.id, ['storing'], { state: 'cancelling', error: failureOf(error), done: 0 })
      }
      row = await nextToWorkOn(scope, deps.folder.id)
    }
  })
}

/** Says what holds an import up while it waits for another try, if that much can still be written. */
async function noteTrouble(scope: WorkspaceScope, { id, state }: ImportRow, error: unknown) {
  if (!knownFailure(error)) return
  await moveImport(scope, id, [state], { error: failureOf(error) }).catch(() => {})
}
