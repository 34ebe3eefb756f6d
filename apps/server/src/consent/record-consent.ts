import { sql } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import type { ConsentEntry } from './consent.ts'
import { consents } from './tables.ts'

/**
 * Adds to what a client said, and notes who wrote it down; answers the entry's number. The caller has made sure that there
 * is such a client.
 */
export function recordConsent(outer: WorkspaceScope, who: Who, clientId: number, entry: ConsentEntry): Promise<number> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    // one at a time for a client: the numbers are the order
    await db.execute(sql`SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND id = ${clientId} FOR UPDATE`)
    const number = sql`(SELECT coalesce(max(number), 0) + 1 FROM consents
      WHERE workspace_id = ${workspaceId} AND client_id = ${clientId})`
    const whoName = 'name' in who ? who.name : ''
    const [written] = await db
      .insert(consents)
      .values({ workspaceId, clientId, number: number as never, at: new Date(), ...entry, whoName, importId: null })
      .returning({ number: consents.number })
    await recordAudit(scope, who, {
      action: 'consent.changed',
      subject: `client:${clientId}`,
      details: { ...entry },
    })
    return written!.number
  })
}
