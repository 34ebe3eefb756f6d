import { and, asc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import type { ConsentEntry } from './consent.ts'
import { consents } from './tables.ts'

/** An entry of a client's history. */
export interface KnownConsent extends ConsentEntry {
  at: Date
  whoName: string
  importId: number | null
}

/** Everything these clients said, the oldest first; clients who said nothing are missing from the map. */
export async function findConsents(
  { db, workspaceId }: WorkspaceScope,
  clientIds: readonly number[],
): Promise<Map<number, KnownConsent[]>> {
  const found = new Map<number, KnownConsent[]>()
  if (clientIds.length === 0) return found
  // what an import brings is seen when the import is
  const hidden = sql`(SELECT import_id FROM hidden_imports WHERE workspace_id = ${workspaceId})`
  const rows = await db
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        inArray(consents.clientId, [...clientIds]),
        or(isNull(consents.importId), notInArray(consents.importId, hidden)),
      ),
    )
    .orderBy(asc(consents.clientId), asc(consents.number))
  for (const { clientId, channel, purpose, granted, source, at, whoName, importId } of rows) {
    const entry = { channel, purpose, granted, source, at, whoName, importId }
    const known = found.get(clientId)
    if (known) known.push(entry)
    else found.set(clientId, [entry])
  }
  return found
}
