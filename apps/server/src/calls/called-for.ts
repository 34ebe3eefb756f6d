import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { CallSource } from './tables.ts'

/** Clients who were put on the call list for something, called since or not, and whoever stands there now. */
export async function calledFor(
  { db, workspaceId }: WorkspaceScope,
  source: { kind: CallSource; id: string },
): Promise<Set<number>> {
  const rows = await rowsOf<{ clientId: number }>(
    db,
    sql`SELECT DISTINCT client_id AS "clientId" FROM calls WHERE workspace_id = ${workspaceId} AND client_id IS NOT NULL
      AND (state = 'open' OR (source = ${source.kind} AND source_id = ${source.id}))`,
  )
  return new Set(rows.map(({ clientId }) => clientId))
}
