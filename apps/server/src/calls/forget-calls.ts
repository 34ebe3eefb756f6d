import { and, asc, eq, ne, or, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { calls } from './tables.ts'

/** Removes every entry about these clients, when they are erased. */
export async function forgetCalls({ db, workspaceId }: WorkspaceScope, clientIds: readonly number[]): Promise<void> {
  await db.execute(sql`DELETE FROM calls WHERE workspace_id = ${workspaceId}
    AND client_id = ANY (${`{${clientIds.join(',')}}`}::integer[])`)
}

/** Every entry about a client, the oldest first, for handing out what is known of them. */
export async function exportCalls({ db, workspaceId }: WorkspaceScope, clientId: number) {
  const rows = await db
    .select()
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.clientId, clientId)))
    .orderBy(asc(calls.createdAt), asc(calls.id))
  return rows.map(({ source, reason, wish, outcome, note, createdAt, changedAt }) => ({
    ...{ source, reason, wish, outcome, note },
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  }))
}

/** Seals the names and phones strangers left, when the database gets its first key. */
export async function sealStoredCalls({ db, workspaceId, vault }: WorkspaceScope): Promise<void> {
  const left = and(eq(calls.workspaceId, workspaceId), or(ne(calls.name, ''), ne(calls.phone, '')))
  for (const { id, name, phone } of await db.select().from(calls).where(left)) {
    const sealed = { name: vault.seal(name, `${id} name`), phone: vault.seal(phone, `${id} phone`) }
    await db
      .update(calls)
      .set(sealed)
      .where(and(eq(calls.workspaceId, workspaceId), eq(calls.id, id)))
  }
}
