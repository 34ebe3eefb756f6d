import { and, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { type ReplyRow, replies } from './tables.ts'

/** A place in the list, which has the latest first. */
export interface ReplyPlace {
  at: string
  id: string
}

/** What a client wrote, readable, with who they are. */
export interface FoundReply extends Pick<ReplyRow, 'id' | 'channel' | 'clientId' | 'isStop' | 'at' | 'readAt'> {
  text: string
  /** '' when the address is nobody's in the book */
  clientName: string
  /** the phone or chat they wrote from */
  address: string
}

interface Asked {
  /** `null`: of everybody */
  clientId: number | null
  unreadOnly: boolean
  after: ReplyPlace | null
  limit: number
}

/** What clients wrote back, the latest first. */
export async function listReplies(
  scope: WorkspaceScope,
  { clientId, unreadOnly, after, limit }: Asked,
): Promise<FoundReply[]> {
  const { db, workspaceId, vault } = scope
  const rows = await db
    .select()
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        clientId === null ? undefined : eq(replies.clientId, clientId),
        unreadOnly ? isNull(replies.readAt) : undefined,
        // what JavaScript knows of a moment ends with the millisecond
        after === null
          ? undefined
          : sql`(date_trunc('milliseconds', ${replies.at}), ${replies.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(sql`date_trunc('milliseconds', ${replies.at})`), desc(replies.id))
    .limit(limit)
  const contacts = await findContacts(
    scope,
    rows.flatMap((row) => row.clientId ?? []),
  )
  return rows.map((row) => ({
    ...row,
    text: vault.open(row.text),
    address: vault.open(row.address),
    clientName: (row.clientId !== null && contacts.get(row.clientId)?.name) || '',
  }))
}

/** How many nobody has read yet. */
export async function countUnread({ db, workspaceId }: WorkspaceScope): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), isNull(replies.readAt)))
  return row?.unread ?? 0
}

/** Notes that replies have been read, or have not after all; `null`: that all have. */
export async function markReplies(
  { db, workspaceId }: WorkspaceScope,
  ids: readonly string[] | null,
  isRead: boolean,
): Promise<void> {
  const change = isRead ? { readAt: sql`coalesce(${replies.readAt}, now())` } : { readAt: null }
  const those = ids === null ? undefined : or(sql`false`, inArray(replies.id, [...ids]))
  await db
    .update(replies)
    .set(change)
    .where(and(eq(replies.workspaceId, workspaceId), those))
}
