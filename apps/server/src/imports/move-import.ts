import { and, inArray } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { findImport } from './find-import.ts'
import type { ImportState } from './import.ts'
import { isImport } from './is-import.ts'
import { openImport, sealInspection } from './sealed-inspection.ts'
import { type ImportRow, imports } from './tables.ts'

type Change = Partial<Omit<ImportRow, 'workspaceId' | 'id'>>

/** Changes an import that is in one of these states; `null` when it is no longer, because someone else was first. */
export async function moveImport(
  scope: WorkspaceScope,
  id: number,
  from: readonly ImportState[],
  { inspected, ...change }: Change,
): Promise<ImportRow | null> {
  const { vault } = scope
  const sealed = inspected === undefined ? {} : { inspected: sealInspection(vault, inspected) }
  const [row] = await scope.db
    .update(imports)
    .set({ ...change, ...sealed })
    .where(and(isImport(scope, id), inArray(imports.state, [...from])))
    .returning()
  return row ? openImport(vault, row) : null
}

/** Like {@link moveImport}, for what a person asks: throws `importNotFound` or `importNotReady` naming the state. */
export async function moveImportOrFail(
  scope: WorkspaceScope,
  id: number,
  from: readonly ImportState[],
  change: Change,
): Promise<ImportRow> {
  const moved = await moveImport(scope, id, from, change)
  if (moved) return moved
  const { state } = await findImport(scope, id)
  throw new AppError('importNotReady', { value: state })
}
