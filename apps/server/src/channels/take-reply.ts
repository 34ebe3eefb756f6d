import { and, eq } from 'drizzle-orm'
import { findContacts, searchClients } from '../book/index.ts'
import { findConsents, recordConsent, standingConsent } from '../consent/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { laterId } from '../later-id.ts'
import type { Reply } from './heard.ts'
import { sealReply } from './personal-data.ts'
import { factsOf, type Provider, type SendingChannel } from './providers.ts'
import { asksToStop } from './stop-words.ts'
import { clientChats, replies } from './tables.ts'

const LONGEST = 4000
const BY_RULE = { kind: 'system' } as const

/**
 * Keeps what a client wrote, once. When it asks to stop, marketing by this channel is refused for everybody with that
 * address, reminders are not. Answers whether somebody just stopped and has not been told so.
 */
export function takeReply(
  outer: WorkspaceScope,
  { channel, provider }: { channel: SendingChannel; provider: Provider },
  reply: Reply,
): Promise<boolean> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    const { from, providerId, at } = reply
    const text = reply.text.replaceAll('\u0000', '').slice(0, LONGEST)
    const isStop = reply.isStopped === true || asksToStop(text)
    const clients = factsOf(provider).byChat
      ? await clientsByChat(scope, channel, from)
      : await clientsByPhone(scope, from)
    const id = laterId()
    const kept = await db
      .insert(replies)
      .values({
        ...{ workspaceId, id, channel, providerId, isStop, at, clientId: clients[0] ?? null },
        ...sealReply(scope, id, from, text),
      })
      .onConflictDoNothing()
      .returning({ id: replies.id })
    if (kept.length === 0 || !isStop) return false
    const said = await findConsents(scope, clients)
    const stopping = clients.filter((client) => {
      return standingConsent(said.get(client) ?? [], channel, 'marketing')?.granted !== false
    })
    for (const client of stopping) {
      await recordConsent(scope, BY_RULE, client, {
        channel,
        purpose: 'marketing',
        granted: false,
        source: 'stopReply',
      })
    }
    return stopping.length > 0 && reply.isStopped !== true
  })
}

async function clientsByChat({ db, workspaceId, vault }: WorkspaceScope, channel: SendingChannel, chat: string) {
  const rows = await db
    .select({ clientId: clientChats.clientId })
    .from(clientChats)
    .where(
      and(
        eq(clientChats.workspaceId, workspaceId),
        eq(clientChats.channel, channel),
        eq(clientChats.addressKey, vault.keyOf(chat)),
      ),
    )
  return rows.map(({ clientId }) => clientId)
}

/** Clients with exactly this phone, several where they share one. */
async function clientsByPhone(scope: WorkspaceScope, phone: string): Promise<number[]> {
  if (!/^\+\d{8,15}$/.test(phone)) return []
  const contacts = await findContacts(scope, await searchClients(scope, phone.slice(1)))
  return [...contacts.values()].filter((contact) => contact.phone === phone && !contact.erased).map(({ id }) => id)
}
