import { sql } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'

/**
 * Takes an entry back that somebody wrote down by mistake, and notes who did. Only the client's latest one: what they
 * said since rests on it.
 */
export async function unsayConsent(scope: WorkspaceScope, who: Who, clientId: number, number: number): Promise<void> {
  const { db, workspaceId } = scope
  const of = sql`workspace_id = ${workspaceId} AND client_id = ${clientId}`
  const [gone] = await rowsOf<{ channel: string; purpose: string; granted: boolean }>(
    db,
    sql`DELETE FROM consents WHERE ${of} AND number = ${number}
        AND number = (SELECT max(number) FROM consents WHERE ${of})
      RETURNING channel, purpose, granted`,
  )
  const subject = `client:${clientId}`
  if (gone) await recordAudit(scope, who, { action: 'consent.changed', subject, details: { ...gone, undone: true } })
}
