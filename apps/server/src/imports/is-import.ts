import { and, eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { imports } from './tables.ts'

/** Condition: this import of this workspace. */
export function isImport({ workspaceId }: WorkspaceScope, id: number) {
  return and(eq(imports.workspaceId, workspaceId), eq(imports.id, id))
}
