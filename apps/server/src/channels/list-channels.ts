import { eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { type OpenedAccount, openAccount } from './account.ts'
import { factsOf, SENDING_CHANNELS } from './providers.ts'
import { channelAccounts } from './tables.ts'

/** A channel's account as people see it: of secrets only which are set. */
export function shownAccount(account: OpenedAccount) {
  const { channel, provider, values, hookUrl, isOn, perSecond, partPrice, lastError, lastErrorAt, hookToken } = account
  const { fields, hasHook } = factsOf(provider)
  const isSecret = (name: string) => fields[name]?.kind === 'secret'
  return {
    ...{ channel, provider, isOn, perSecond, partPrice, lastError },
    lastErrorAt: lastErrorAt?.toISOString() ?? null,
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name))),
    secretsSet: Object.keys(values).filter(isSecret),
    hookUrl: hasHook ? hookUrl : null,
    // WhatsApp asks for a word of one's own when the address is given to it
    verifyToken: provider === 'whatsappCloud' ? hookToken : null,
  }
}

/** Accounts of a workspace, in the order of channels. */
export async function listChannels(scope: WorkspaceScope) {
  const rows = await scope.db.select().from(channelAccounts).where(eq(channelAccounts.workspaceId, scope.workspaceId))
  const opened = rows.map((row) => shownAccount(openAccount(scope, row)))
  return opened.sort((a, b) => SENDING_CHANNELS.indexOf(a.channel) - SENDING_CHANNELS.indexOf(b.channel))
}
