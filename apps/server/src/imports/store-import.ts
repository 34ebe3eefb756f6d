import { and, eq } from 'drizzle-orm'
import { type StoreStep, showImport, storeBook } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { adoptSettings, findLastDone } from './adopt-settings.ts'
import type { ImportDeps } from './deps.ts'
import { type ImportResult, NO_RESULT, withoutPreview, withoutRows } from './import.ts'
import { discardFiles, filesOf } from './import-files.ts'
import { intakeOptions } from './intake-options.ts'
import { isImport } from './is-import.ts'
import { moveImport } from './move-import.ts'
import { readInWorker } from './read-in-worker.ts'
import { type ImportRow, imports } from './tables.ts'
import { tellOfData, tellOfImport } from './tell.ts'

/** The import is no longer to be stored: somebody cancelled it. */
class Cancelled extends Error {}

/**
 * Stores the file of an import from where it was left, then shows it. Every step notes in its own transaction how far
 * it came, so that a crash at any moment loses nothing and repeats nothing. Ends quietly when the import is cancelled.
 */
export async function storeImport(scope: WorkspaceScope, deps: ImportDeps, row: ImportRow, signal: AbortSignal) {
  const { upload: path } = filesOf(deps.folder, scope.workspaceId, row.id)
  const book = await deps.reads.run(scope, row.id, async (cancelled) => {
    const task = { kind: 'read' as const, path, options: intakeOptions(row) }
    try {
      return await readInWorker(task, AbortSignal.any([signal, cancelled]))
    } catch (error) {
      if (cancelled.aborted && !signal.aborted) return null
      throw error
    }
  })
  if (!book) return
  let { checkpoint, result } = { ...row, result: row.result ?? NO_RESULT }
  try {
    await storeBook(scope, book, {
      importId: row.id,
      from: checkpoint,
      async onStep(inner, step) {
        signal.throwIfAborted()
        const sum = add(result, step)
        const noted = {
          done: step.linesDone,
          total: book.lines.length,
          checkpoint: step.next,
          result: sum,
          error: null,
        }
        if (!(await note(inner, row.id, checkpoint, noted))) throw new Cancelled()
        checkpoint = step.next
        result = sum
      },
    })
  } catch (error) {
    if (error instanceof Cancelled) return
    throw error
  }
  const before = await findLastDone(scope)
  const isDone = await scope.transaction(async (inner) => {
    const inspected = withoutPreview(row.inspected)
    const end = { state: 'done', doneAt: new Date(), done: null, total: null, inspected } as const
    if (!(await moveImport(inner, row.id, ['storing'], end))) return false
    await showImport(inner, row.id)
    await adoptSettings(inner)
    await tellOfImport(inner, deps, 'import.completed', row.id, { ...result })
    await tellOfData(inner, deps, 'import')
    return true
  })
  if (isDone) await discardOldFiles(scope, deps, row, before)
}

/**
 * Of the files that were stored only the last one is kept, and only to show its rows that could not be used; none where
 * contacts are sealed, as files are not.
 */
async function discardOldFiles(
  scope: WorkspaceScope,
  { folder }: ImportDeps,
  row: ImportRow,
  before: ImportRow | null,
) {
  const { workspaceId, vault } = scope
  if (before) {
    await moveImport(scope, before.id, ['done'], { inspected: withoutRows(before.inspected) })
    await discardFiles(filesOf(folder, workspaceId, before.id))
  }
  if (vault.sealing || !row.inspected?.rejectCount) await discardFiles(filesOf(folder, workspaceId, row.id))
}

/** False when the import is not being stored any more, or someone else went on with it. */
async function note(scope: WorkspaceScope, id: number, checkpoint: number, noted: Partial<ImportRow>) {
  const here = and(isImport(scope, id), eq(imports.state, 'storing'), eq(imports.checkpoint, checkpoint))
  const rows = await scope.db.update(imports).set(noted).where(here).returning({ id: imports.id })
  return rows.length > 0
}

function add(result: ImportResult, step: StoreStep): ImportResult {
  return {
    created: result.created + step.created,
    updated: result.updated + step.updated,
    unchanged: result.unchanged + step.unchanged,
    clientsCreated: result.clientsCreated + step.clientsCreated,
  }
}
