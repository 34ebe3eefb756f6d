import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { LINE_COLUMNS } from './write-lines.ts'

// An import is stored and taken back in many short transactions, yet people see it come and go in one moment: while
// it is hidden, every reader of the book skips its lines and puts what they replaced in their place. So a report in
// the middle of an import, or after a crash in it, shows the book as it was before.

/** Hides an import's lines; `changes` when they were visible until now. */
export async function hideImport({ db, workspaceId }: WorkspaceScope, importId: number, changes: 'visible' | 'new') {
  await db.execute(sql`
    INSERT INTO hidden_imports (workspace_id, import_id) VALUES (${workspaceId}, ${importId}) ON CONFLICT DO NOTHING`)
  if (changes === 'visible') await countChange({ db, workspaceId })
}

/** Makes an import's lines visible, when it is stored whole. */
export async function showImport({ db, workspaceId }: WorkspaceScope, importId: number) {
  await forgetHidden({ db, workspaceId }, importId)
  await countChange({ db, workspaceId })
  await db.execute(sql`
    INSERT INTO shown_imports (workspace_id, data_version, import_id)
    SELECT id, data_version, ${importId} FROM workspaces WHERE id = ${workspaceId}`)
}

/** Ends the hiding of an import that has no lines any more: nothing changes for readers. */
export async function forgetHidden({ db, workspaceId }: Pick<WorkspaceScope, 'db' | 'workspaceId'>, importId: number) {
  await db.execute(sql`
    DELETE FROM hidden_imports WHERE workspace_id = ${workspaceId} AND import_id = ${importId}`)
}

/** Notes that readers see something else from now on. */
export async function countChange({ db, workspaceId }: Pick<WorkspaceScope, 'db' | 'workspaceId'>) {
  await db.execute(sql`UPDATE workspaces SET data_version = data_version + 1 WHERE id = ${workspaceId}`)
}

/** Counts what changed the lines readers see: equal versions, equal lines. */
export async function dataVersion({ db, workspaceId }: WorkspaceScope): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(
    db,
    sql`SELECT data_version AS version FROM workspaces WHERE id = ${workspaceId}`,
  )
  if (!row) throw new Error(`no workspace ${workspaceId}`)
  return row.version
}

/** What to read instead of the tables, as SQL text; the ids in it are ours, so it may stand in a COPY. */
export interface VisibleBook {
  /** a parenthesised query with the columns of appointment_lines, of this workspace */
  lines: string
  /** a condition on rows of clients, staff and the like: of this workspace and not made by a hidden import */
  rows: string
}

/** The book as people are to see it. Ask in the transaction that reads it. */
export async function visibleBook({ db, workspaceId }: WorkspaceScope): Promise<VisibleBook> {
  const hidden = await rowsOf<{ id: number }>(
    db,
    sql`SELECT import_id AS id FROM hidden_imports WHERE workspace_id = ${workspaceId}`,
  )
  const own = `workspace_id = '${workspaceId}'`
  if (hidden.length === 0) return { lines: `(SELECT * FROM appointment_lines WHERE ${own})`, rows: own }
  const ids = hidden.map(({ id }) => Number(id)).join(', ')
  return {
    lines: `(
      SELECT ${LINE_COLUMNS} FROM appointment_lines WHERE ${own} AND import_id NOT IN (${ids})
      UNION ALL
      SELECT ${LINE_COLUMNS} FROM replaced_lines WHERE ${own} AND replaced_by IN (${ids}))`,
    rows: `${own} AND created_import_id NOT IN (${ids})`,
  }
}
