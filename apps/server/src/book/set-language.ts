import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import type { ClientLanguage } from '../languages.ts'

/** Notes the language a client reads. False for an id nobody has and for an erased client. */
export async function setLanguage(scope: WorkspaceScope, clientId: number, language: ClientLanguage): Promise<boolean> {
  const { db, workspaceId } = scope
  const changed = await rowsOf(
    db,
    sql`UPDATE clients SET language = ${language}
      WHERE workspace_id = ${workspaceId} AND id = ${clientId} AND erased_at IS NULL RETURNING 1`,
  )
  return changed.length > 0
}
