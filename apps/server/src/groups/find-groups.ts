import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { type Group, groups } from './tables.ts'

/** Throws `groupNotFound`. */
export async function findGroup({ db, workspaceId }: WorkspaceScope, id: string): Promise<Group> {
  const [found] = await db
    .select()
    .from(groups)
    .where(and(eq(groups.workspaceId, workspaceId), eq(groups.id, id)))
  if (!found) throw new AppError('groupNotFound', { value: id })
  return found
}

interface Asked {
  archived: boolean
  before: string | null
  limit: number
}

/** Groups in use, or those put away; the newest first. */
export function listGroups({ db, workspaceId }: WorkspaceScope, { archived, before, limit }: Asked): Promise<Group[]> {
  return db
    .select()
    .from(groups)
    .where(
      and(
        eq(groups.workspaceId, workspaceId),
        archived ? isNotNull(groups.archivedAt) : isNull(groups.archivedAt),
        before === null ? undefined : lt(groups.id, before),
      ),
    )
    .orderBy(desc(groups.id))
    .limit(limit)
}

/** Ids of the clients in a frozen group, ascending, without those erased. */
export async function frozenMembers({ db, workspaceId }: WorkspaceScope, groupId: string): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`SELECT m.client_id AS id FROM group_members m JOIN clients c ON c.workspace_id = m.workspace_id AND c.id = m.client_id
      WHERE m.workspace_id = ${workspaceId} AND m.group_id = ${groupId} AND c.erased_at IS NULL ORDER BY 1`,
  )
  return rows.map(({ id }) => id)
}

/** Ids of the clients whose name and contacts were taken away for good. */
export async function erasedClients({ db, workspaceId }: WorkspaceScope): Promise<Set<number>> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND erased_at IS NOT NULL`,
  )
  return new Set(rows.map(({ id }) => id))
}
