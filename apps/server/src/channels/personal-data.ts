import { and, asc, eq, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { sealAccount } from './account.ts'
import { sealChat } from './client-chats.ts'
import { channelAccounts, chatInvitations, clientChats, replies } from './tables.ts'

/** Everything channels know of a client: the chats they opened and what they wrote back, the oldest first. */
export async function exportChannels({ db, workspaceId, vault }: WorkspaceScope, clientId: number) {
  const chats = await db
    .select()
    .from(clientChats)
    .where(and(eq(clientChats.workspaceId, workspaceId), eq(clientChats.clientId, clientId)))
  const written = await db
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.clientId, clientId)))
    .orderBy(asc(replies.at))
  return {
    chats: chats.map(({ channel, address, linkedAt }) => {
      return { channel, address: vault.open(address), linkedAt: linkedAt.toISOString() }
    }),
    replies: written.map(({ channel, address, text, at }) => {
      return { channel, address: vault.open(address), text: vault.open(text), at: at.toISOString() }
    }),
  }
}

/** Removes all of it, for clients who are erased. */
export async function forgetChannels({ db, workspaceId }: WorkspaceScope, clientIds: readonly number[]): Promise<void> {
  const among = sql`client_id = ANY (${`{${clientIds.join(',')}}`}::integer[])`
  for (const table of [clientChats, chatInvitations, replies]) {
    await db.delete(table).where(and(eq(table.workspaceId, workspaceId), among))
  }
}

/** Seals what a workspace has stored as it is; `scope` has the sealing vault. */
export async function sealStoredChannels(scope: WorkspaceScope): Promise<void> {
  const { db, workspaceId, vault } = scope
  for (const { channel, secrets, hookToken } of await db
    .select()
    .from(channelAccounts)
    .where(eq(channelAccounts.workspaceId, workspaceId))) {
    await db
      .update(channelAccounts)
      .set(sealAccount(scope, channel, secrets, hookToken))
      .where(and(eq(channelAccounts.workspaceId, workspaceId), eq(channelAccounts.channel, channel)))
  }
  for (const { channel, clientId, address } of await db
    .select()
    .from(clientChats)
    .where(eq(clientChats.workspaceId, workspaceId))) {
    await db
      .update(clientChats)
      .set({ address: sealChat(scope, channel, clientId, address), addressKey: vault.keyOf(address) })
      .where(
        and(
          eq(clientChats.workspaceId, workspaceId),
          eq(clientChats.channel, channel),
          eq(clientChats.clientId, clientId),
        ),
      )
  }
  for (const { id, address, text } of await db.select().from(replies).where(eq(replies.workspaceId, workspaceId))) {
    await db
      .update(replies)
      .set(sealReply(scope, id, address, text))
      .where(and(eq(replies.workspaceId, workspaceId), eq(replies.id, id)))
  }
}

/** A reply as it is stored. */
export const sealReply = ({ vault }: WorkspaceScope, id: string, address: string, text: string) => ({
  address: vault.seal(address, `reply ${id} address`),
  text: vault.seal(text, `reply ${id} text`),
})
