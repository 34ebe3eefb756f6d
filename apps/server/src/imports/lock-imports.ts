import { eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'

/** Until the transaction ends, nobody else decides what is stored or undone next in this workspace. */
export async function lockImports({ db, workspaceId }: WorkspaceScope): Promise<void> {
  await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
}
