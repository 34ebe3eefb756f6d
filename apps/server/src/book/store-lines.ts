import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { FILE_COLUMNS, LINE_COLUMNS } from './write-lines.ts'

/** Appointments a file brought, by what storing them did. */
export interface StoredCounts {
  created: number
  updated: number
  unchanged: number
}

const COLUMNS = sql.raw(FILE_COLUMNS.join(', '))
/** What makes a stored line differ from the file's; where in a file it stands does not. */
const CONTENT = FILE_COLUMNS.filter((column) => !['appointment_id', 'position', 'source_row'].includes(column))
const contentOf = (alias: string) => sql.raw(`(${CONTENT.map((column) => `${alias}.${column}`).join(', ')})`)

/**
 * Stores whole appointments, `lines` as {@link writeLines} makes them. One that is stored already and differs is
 * replaced, lines it no longer has included, and kept for undo. Run it in a transaction.
 */
export async function storeLines(scope: WorkspaceScope, importId: number, lines: Uint8Array): Promise<StoredCounts> {
  const { db, workspaceId } = scope
  await stageTables(scope)
  await scope.copyIn(`staged_lines (${FILE_COLUMNS.join(', ')})`, lines)
  // OFFSET 0 keeps the look-up by primary key, whatever the planner guesses about a table without statistics
  await db.execute(sql`
    INSERT INTO stored_lines
    SELECT line.* FROM (SELECT DISTINCT appointment_id FROM staged_lines) staged, LATERAL (
      SELECT * FROM appointment_lines l
      WHERE l.workspace_id = ${workspaceId} AND l.appointment_id = staged.appointment_id OFFSET 0) line`)
  const counts = await compare(scope)
  if (counts.updated > 0) await putAside(scope, importId)
  if (counts.created + counts.updated > 0) {
    await db.execute(sql`
      INSERT INTO appointment_lines (workspace_id, import_id, ${COLUMNS})
      SELECT ${workspaceId}::uuid, ${importId}::integer, ${COLUMNS} FROM staged_lines
      WHERE appointment_id NOT IN (SELECT appointment_id FROM settled_appointments WHERE NOT differs)`)
  }
  return counts
}

async function stageTables({ db }: WorkspaceScope) {
  await db.execute(sql`
    CREATE TEMP TABLE IF NOT EXISTS staged_lines ON COMMIT DELETE ROWS AS
    SELECT ${COLUMNS} FROM appointment_lines WITH NO DATA`)
  await db.execute(sql`
    CREATE TEMP TABLE IF NOT EXISTS stored_lines (LIKE appointment_lines) ON COMMIT DELETE ROWS`)
  await db.execute(sql`
    CREATE TEMP TABLE IF NOT EXISTS settled_appointments (appointment_id uuid, differs boolean)
    ON COMMIT DELETE ROWS`)
}

/** Notes of each appointment stored before whether the file's differs, and counts. */
async function compare({ db }: WorkspaceScope): Promise<StoredCounts> {
  await db.execute(sql`
    INSERT INTO settled_appointments
    SELECT appointment_id, bool_or(${contentOf('staged')} IS DISTINCT FROM ${contentOf('stored')})
    FROM (SELECT * FROM staged_lines WHERE appointment_id IN (SELECT appointment_id FROM stored_lines)) staged
      FULL JOIN stored_lines stored USING (appointment_id, position)
    GROUP BY appointment_id`)
  const [counts] = await rowsOf<{ staged: number; updated: number; unchanged: number }>(
    db,
    sql`SELECT (SELECT count(DISTINCT appointment_id)::integer FROM staged_lines) AS staged,
      (count(*) FILTER (WHERE differs))::integer AS updated,
      (count(*) FILTER (WHERE NOT differs))::integer AS unchanged
    FROM settled_appointments`,
  )
  const { staged, updated, unchanged } = counts!
  return { created: staged - updated - unchanged, updated, unchanged }
}

/** Keeps the appointments that differ for undo and removes them from the book. */
async function putAside({ db, workspaceId }: WorkspaceScope, importId: number) {
  await db.execute(sql`
    INSERT INTO replaced_lines (replaced_by, ${sql.raw(LINE_COLUMNS)})
    SELECT ${importId}::integer, ${sql.raw(LINE_COLUMNS)} FROM stored_lines
    WHERE appointment_id IN (SELECT appointment_id FROM settled_appointments WHERE differs)`)
  await db.execute(sql`
    DELETE FROM appointment_lines WHERE ctid = ANY (ARRAY(
      SELECT line.place FROM settled_appointments settled, LATERAL (
        SELECT ctid AS place FROM appointment_lines l
        WHERE l.workspace_id = ${workspaceId} AND l.appointment_id = settled.appointment_id OFFSET 0) line
      WHERE settled.differs))`)
}
