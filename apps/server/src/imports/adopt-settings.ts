import { and, desc, eq, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { readWorkspace } from '../workspace/index.ts'
import { openImport } from './sealed-inspection.ts'
import { type ImportRow, imports } from './tables.ts'

/** The import whose lines became visible last, `null` without any. */
export async function findLastDone({ db, workspaceId, vault }: WorkspaceScope): Promise<ImportRow | null> {
  const [last] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.state, 'done')))
    .orderBy(desc(imports.doneAt), desc(imports.id))
    .limit(1)
  return last ? openImport(vault, last) : null
}

/**
 * Makes the settings the last import was read with the workspace's; without any import they stay. So do a currency and a
 * time zone that somebody has set since `undone`, the import that was taken back.
 */
export async function adoptSettings(scope: WorkspaceScope, undone: ImportRow | null = null): Promise<void> {
  const last = await findLastDone(scope)
  if (!last) return
  const now = await readWorkspace(scope)
  const keeps = (name: 'currency' | 'timeZone') => undone !== null && undone.options[name] !== now[name]
  const { country, pastScheduled } = last.options
  const { currency } = keeps('currency') ? now : last.options
  const { timeZone } = keeps('timeZone') ? now : last.options
  const settings = sql`${workspaces.settings} || ${JSON.stringify({ pastScheduled })}::jsonb`
  await scope.db
    .update(workspaces)
    .set({ country, currency, timeZone, settings })
    .where(eq(workspaces.id, scope.workspaceId))
}
