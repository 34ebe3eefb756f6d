import { and, eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import type { ImportDeps } from './deps.ts'
import { withoutRows } from './import.ts'
import { discardFiles, filesOf } from './import-files.ts'
import { isImport } from './is-import.ts'
import { openImport, sealInspection } from './sealed-inspection.ts'
import { imports } from './tables.ts'

/**
 * Deletes what is still kept of files that are stored: the last one with rows that could not be used is, for those rows
 * to be looked at. Files that wait to be confirmed stay.
 */
export async function forgetStoredFiles(scope: WorkspaceScope, { folder }: Pick<ImportDeps, 'folder'>): Promise<void> {
  const { db, workspaceId, vault } = scope
  const stored = await db
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.state, 'done')))
  for (const row of stored) {
    const { id, inspected } = openImport(vault, row)
    await discardFiles(filesOf(folder, workspaceId, id))
    await db
      .update(imports)
      .set({ inspected: sealInspection(vault, withoutRows(inspected)) })
      .where(isImport(scope, id))
  }
}
