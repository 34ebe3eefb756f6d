import { randomBytes } from 'node:crypto'
import { changesOf, recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { findAccount, isAccount, type OpenedAccount, sealAccount } from './account.ts'
import { checkValues } from './check-values.ts'
import { channelsConfig } from './configure.ts'
import { connectBot } from './connect-bot.ts'
import { noteTrouble } from './note-trouble.ts'
import { factsOf, type Provider, type SendingChannel } from './providers.ts'
import { channelAccounts } from './tables.ts'

export interface ChannelChange {
  /** taken over from before when it is missing; another one begins anew, without the old one's values */
  provider?: Provider | undefined
  /** what the provider wants to know; fields left out stay as they are, '' takes one away */
  values?: Record<string, string> | undefined
  isOn?: boolean | undefined
  perSecond?: number | undefined
  partPrice?: number | undefined
}

/**
 * Sets a channel up, or changes it. A bot is connected to this server at once; when that fails the account stays with
 * what the messenger said in `lastError`. Throws `channelNotSetUp` for a change of nothing, `channelFieldBad` naming
 * the field, `webhookPrivate` for an address of the own network and `serverMailOff`.
 */
export async function setUpChannel(
  scope: WorkspaceScope,
  who: Who,
  channel: SendingChannel,
  change: ChannelChange,
): Promise<OpenedAccount> {
  const before = await findAccount(scope, channel)
  const provider = change.provider ?? before?.provider
  if (!provider) throw new AppError('channelNotSetUp', { value: channel })
  if (factsOf(provider).channel !== channel) throw new AppError('channelFieldBad', { field: 'provider' })
  if (provider === 'serverMail' && channelsConfig().smtpUrl === null) throw new AppError('serverMailOff')
  const known = before?.provider === provider ? before.values : {}
  const values = checkValues(provider, { ...known, ...change.values })
  const account: Omit<OpenedAccount, 'hookUrl'> = {
    ...{ channel, provider, values },
    hookToken: before?.hookToken ?? randomBytes(24).toString('base64url'),
    isOn: change.isOn ?? before?.isOn ?? true,
    perSecond: change.perSecond ?? (before?.provider === provider ? before.perSecond : factsOf(provider).perSecond),
    partPrice: change.partPrice ?? before?.partPrice ?? 0,
    ...{ lastError: null, lastErrorAt: null },
  }
  await scope.transaction(async (inner) => {
    await store(inner, account)
    const details = changesOf(before ? factsFor(before) : {}, factsFor(account))
    await recordAudit(inner, who, { action: 'channel.changed', subject: `channel:${channel}`, details })
  })
  const stored = (await findAccount(scope, channel))!
  if (!factsOf(provider).byChat || change.values === undefined) return stored
  const connected = await connectBot(stored)
  if ('error' in connected) await noteTrouble(scope, channel, connected.error)
  else await scope.transaction((inner) => store(inner, { ...stored, values: { ...stored.values, ...connected } }))
  return (await findAccount(scope, channel))!
}

/** What the log of actions says of an account: who carries, never by which credentials. */
const factsFor = ({ provider, isOn, perSecond, partPrice }: Omit<OpenedAccount, 'hookUrl'>) => ({
  ...{ provider, isOn, perSecond, partPrice },
})

async function store(scope: WorkspaceScope, account: Omit<OpenedAccount, 'hookUrl'>) {
  const { db, workspaceId } = scope
  const { channel, provider, values, hookToken, isOn, perSecond, partPrice } = account
  const { fields } = factsOf(provider)
  const isSecret = (name: string) => fields[name]?.kind === 'secret'
  const settings = Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)))
  const secrets = Object.fromEntries(Object.entries(values).filter(([name]) => isSecret(name)))
  const row = {
    ...{ provider, settings, isOn, perSecond, partPrice, lastError: null, lastErrorAt: null },
    ...sealAccount(scope, channel, JSON.stringify(secrets), hookToken),
  }
  await db
    .insert(channelAccounts)
    .values({ workspaceId, channel, createdAt: new Date(), ...row })
    .onConflictDoUpdate({ target: [channelAccounts.workspaceId, channelAccounts.channel], set: row })
}

/** Takes a channel's account away with its credentials. Chats clients opened stay. Throws `channelNotSetUp`. */
export function removeChannel(scope: WorkspaceScope, who: Who, channel: SendingChannel): Promise<void> {
  return scope.transaction(async (inner) => {
    const gone = await inner.db.delete(channelAccounts).where(isAccount(inner.workspaceId, channel)).returning()
    if (gone.length === 0) throw new AppError('channelNotSetUp', { value: channel })
    await recordAudit(inner, who, { action: 'channel.removed', subject: `channel:${channel}` })
  })
}
