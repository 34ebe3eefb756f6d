import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Store, WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { findAccount } from './account.ts'
import { factsOf, SENDING_CHANNELS, type SendingChannel } from './providers.ts'
import { chatInvitations, clientChats } from './tables.ts'

const LIFE_MS = 30 * 24 * 3_600_000

/** A bot of the salon, and since when the client has a chat with it. */
export interface ClientChat {
  channel: SendingChannel
  linkedAt: Date | null
}

const isChat = (workspaceId: string, channel: SendingChannel, clientId: number) =>
  and(eq(clientChats.workspaceId, workspaceId), eq(clientChats.channel, channel), eq(clientChats.clientId, clientId))

/** The salon's bots that are connected, with the client's chats. */
export async function listChats(scope: WorkspaceScope, clientId: number): Promise<ClientChat[]> {
  const found: ClientChat[] = []
  for (const channel of SENDING_CHANNELS) {
    const account = await findAccount(scope, channel)
    if (!account || !factsOf(account.provider).byChat || !account.values.botLink) continue
    const [row] = await scope.db
      .select()
      .from(clientChats)
      .where(isChat(scope.workspaceId, channel, clientId))
    found.push({ channel, linkedAt: row?.linkedAt ?? null })
  }
  return found
}

/**
 * A link by which this client, and whoever they give it to, opens a chat with the salon's bot: good once, for 30 days.
 * Throws `channelNotSetUp` where there is no bot.
 */
export async function inviteToChat(scope: WorkspaceScope, channel: SendingChannel, clientId: number) {
  const link = (await findAccount(scope, channel))?.values.botLink
  if (!link) throw new AppError('channelNotSetUp', { value: channel })
  const token = randomBytes(18).toString('base64url')
  const expiresAt = new Date(Date.now() + LIFE_MS)
  const invitation = { workspaceId: scope.workspaceId, channel, clientId, expiresAt, tokenHash: hashOf(token) }
  await scope.db.insert(chatInvitations).values(invitation)
  return { url: link.startsWith('viber:') ? `${link}&context=${token}` : `${link}?start=${token}`, expiresAt }
}

/** Links the chat of whoever came by an invitation to its client; `false` when it was used, is too old or never was. */
export function linkChat(
  outer: WorkspaceScope,
  channel: SendingChannel,
  token: string,
  chat: string,
): Promise<boolean> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId, vault } = scope
    const [invitation] = await db
      .delete(chatInvitations)
      .where(
        and(
          eq(chatInvitations.workspaceId, workspaceId),
          eq(chatInvitations.tokenHash, hashOf(token)),
          eq(chatInvitations.channel, channel),
          gt(chatInvitations.expiresAt, new Date()),
        ),
      )
      .returning()
    if (!invitation) return false
    const { clientId } = invitation
    const addressKey = vault.keyOf(chat)
    // one chat is one client's: whoever came by the newer link
    const same = and(
      eq(clientChats.channel, channel),
      sql`(${clientChats.addressKey} = ${addressKey} OR ${clientChats.clientId} = ${clientId})`,
    )
    await db.delete(clientChats).where(and(eq(clientChats.workspaceId, workspaceId), same))
    const address = sealChat(scope, channel, clientId, chat)
    await db.insert(clientChats).values({ workspaceId, channel, clientId, address, addressKey, linkedAt: new Date() })
    return true
  })
}

/** Forgets the chat of a client, as when somebody else opened it. */
export async function unlinkChat({ db, workspaceId }: WorkspaceScope, channel: SendingChannel, clientId: number) {
  await db.delete(clientChats).where(isChat(workspaceId, channel, clientId))
}

/** Deletes invitations nobody came by in time. */
export async function forgetOldInvitations({ db }: Pick<Store, 'db'>): Promise<void> {
  await db.delete(chatInvitations).where(lt(chatInvitations.expiresAt, new Date()))
}

export const sealChat = ({ vault }: WorkspaceScope, channel: SendingChannel, clientId: number, chat: string): string =>
  vault.seal(chat, `${channel} chat ${clientId}`)

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
