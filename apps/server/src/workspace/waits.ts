import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { Database } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import type { Who } from '../http/who.ts'

/** What a workspace waits for: that an owner says it is the one that acts, or confirms the date. */
export const WAITS = ['restored', 'date'] as const
export type Wait = (typeof WAITS)[number]

type Row = Pick<typeof workspaces.$inferSelect, 'restoredAt' | 'dateDoubtedFrom'>

/**
 * What keeps a workspace from acting by itself, and since when; `null` ordinarily. Of a restored copy nothing leaves at all;
 * where the date is in doubt nothing begins, expires or is erased.
 */
export function waitOf({ restoredAt, dateDoubtedFrom }: Row): { for: Wait; since: Date } | null {
  if (restoredAt !== null) return { for: 'restored', since: restoredAt }
  return dateDoubtedFrom === null ? null : { for: 'date', since: dateDoubtedFrom }
}

/** Workspaces, under the name `w` in a statement, that wait for nothing. */
export const ACTS: SQL = sql`w.restored_at IS NULL AND w.date_doubted_from IS NULL`

/** A person says go: the workspace acts again. One that does not wait is left as it is. */
export async function sayGo(outer: WorkspaceScope, who: Who, wait: Wait): Promise<void> {
  const column = wait === 'restored' ? workspaces.restoredAt : workspaces.dateDoubtedFrom
  await outer.transaction(async (scope) => {
    const set = wait === 'restored' ? { restoredAt: null } : { dateDoubtedFrom: null }
    const waiting = and(eq(workspaces.id, scope.workspaceId), sql`${column} IS NOT NULL`)
    const freed = await scope.db.update(workspaces).set(set).where(waiting).returning({ id: workspaces.id })
    if (freed.length === 0) return
    await recordAudit(scope, who, { action: wait === 'restored' ? 'copy.released' : 'date.confirmed' })
  })
}

const REAL = and(eq(workspaces.isDemo, false), isNull(workspaces.practiceDay))

/** Has every real workspace of a restored database wait. */
export async function waitAsRestored(db: Database, at: Date): Promise<void> {
  await db.update(workspaces).set({ restoredAt: at }).where(REAL)
}

/** Has every real workspace wait for its owner to confirm the date; those that wait already know the last good one. */
export async function doubtDate(db: Database, from: Date): Promise<void> {
  await db
    .update(workspaces)
    .set({ dateDoubtedFrom: from })
    .where(and(REAL, isNull(workspaces.dateDoubtedFrom)))
}

/** The clock shows a date again that is not long after the last good one. */
export async function trustDate(db: Database, since: Date): Promise<void> {
  await db
    .update(workspaces)
    .set({ dateDoubtedFrom: null })
    .where(sql`${workspaces.dateDoubtedFrom} > ${since.toISOString()}::timestamptz`)
}

/** Workspaces that wait for anything. */
export async function waitingWorkspaces(db: Database) {
  const waits = or(sql`${workspaces.restoredAt} IS NOT NULL`, sql`${workspaces.dateDoubtedFrom} IS NOT NULL`)
  return await db
    .select({ id: workspaces.id, restoredAt: workspaces.restoredAt, dateDoubtedFrom: workspaces.dateDoubtedFrom })
    .from(workspaces)
    .where(waits)
}
