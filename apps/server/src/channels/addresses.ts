import { and, eq, sql } from 'drizzle-orm'
import { findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { readBusiness } from './open-sender.ts'
import { factsOf, type SendingChannel } from './providers.ts'
import { simulatedChat } from './simulated.ts'
import { channelAccounts, clientChats } from './tables.ts'

type Addresses = Partial<Record<SendingChannel, string>>

/**
 * Where each client can be written to, by channel: their e-mail, their phone as E.164, the chat they opened. Whether
 * they may be is another matter (consent), and so is whether the channel is set up. Erased clients and those without
 * any address are missing.
 */
export async function addressesOf(scope: WorkspaceScope, clientIds: number[]): Promise<Map<number, Addresses>> {
  const { isSimulated } = await readBusiness(scope)
  const chats = await findChats(scope, clientIds)
  const viberByPhone = await takesPhones(scope, 'viber')
  const found = new Map<number, Addresses>()
  for (const [id, { email, phone, erased }] of await findContacts(scope, clientIds)) {
    if (erased) continue
    const addresses: Addresses = { ...chats.get(id) }
    if (/^[^\s@]+@[^\s@]+$/.test(email)) addresses.email = email
    // numbers that could not be read as such are kept as they were written, and reach nobody
    if (/^\+\d{8,15}$/.test(phone)) {
      addresses.sms = phone
      addresses.whatsapp = phone
      if (viberByPhone || isSimulated) addresses.viber = phone
    }
    const simulated = isSimulated ? simulatedChat(id) : null
    if (simulated) addresses.telegram = simulated
    if (Object.keys(addresses).length > 0) found.set(id, addresses)
  }
  return found
}

async function findChats(
  { db, workspaceId, vault }: WorkspaceScope,
  clientIds: number[],
): Promise<Map<number, Addresses>> {
  const found = new Map<number, Addresses>()
  if (clientIds.length === 0) return found
  const rows = await db
    .select()
    .from(clientChats)
    .where(
      and(
        eq(clientChats.workspaceId, workspaceId),
        sql`${clientChats.clientId} = ANY (${`{${clientIds.join(',')}}`}::integer[])`,
      ),
    )
  for (const { clientId, channel, address } of rows) {
    found.set(clientId, { ...found.get(clientId), [channel]: vault.open(address) })
  }
  return found
}

/** Viber is reached by phone or by a chat, as its provider has it. */
async function takesPhones({ db, workspaceId }: WorkspaceScope, channel: SendingChannel): Promise<boolean> {
  const [row] = await db
    .select({ provider: channelAccounts.provider })
    .from(channelAccounts)
    .where(and(eq(channelAccounts.workspaceId, workspaceId), eq(channelAccounts.channel, channel)))
  return row !== undefined && !factsOf(row.provider).byChat
}
