import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { ImportState } from './import.ts'
import { isImport } from './is-import.ts'
import { openImport } from './sealed-inspection.ts'
import { type ImportRow, imports } from './tables.ts'

/** Throws `importNotFound`. */
export async function findImport(scope: WorkspaceScope, id: number): Promise<ImportRow> {
  const [row] = await scope.db.select().from(imports).where(isImport(scope, id))
  if (!row) throw new AppError('importNotFound', { value: String(id) })
  return openImport(scope.vault, row)
}

/** Imports of the workspace, the latest first; `before` and `limit` cut out a page. */
export async function listImports(
  { db, workspaceId, vault }: WorkspaceScope,
  { before, limit }: { before: number | null; limit: number },
): Promise<ImportRow[]> {
  const rows = await db
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), before === null ? undefined : lt(imports.id, before)))
    .orderBy(desc(imports.id))
    .limit(limit)
  return rows.map((row) => openImport(vault, row))
}

const CHANGING: ImportState[] = ['storing', 'cancelling', 'undoing']

/** The import that is changing the book now or is next to, `null` when none is. */
export async function activeImport(scope: WorkspaceScope): Promise<number | null> {
  return (await nextToWorkOn(scope))?.id ?? null
}

/**
 * Of the imports that are changing the book the one whose turn it is: what is to be taken back goes first. With a
 * folder, only those a server on that folder can work on.
 */
export async function nextToWorkOn(scope: WorkspaceScope, folderId?: string): Promise<ImportRow | null> {
  const { db, workspaceId, vault } = scope
  const rows = await db
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), inArray(imports.state, CHANGING)))
    .orderBy(imports.id)
  const taking = rows.find(({ state }) => state !== 'storing')
  const storing = rows.find((row) => folderId === undefined || row.folderId === folderId)
  const next = taking ?? storing
  return next ? openImport(vault, next) : null
}
