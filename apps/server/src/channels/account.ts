import { and, eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { channelsConfig } from './configure.ts'
import type { Provider, SendingChannel } from './providers.ts'
import { channelAccounts } from './tables.ts'

type Row = typeof channelAccounts.$inferSelect

/** A channel's account with its secrets: for sending and for hearing from the gateway, never for showing. */
export interface OpenedAccount {
  channel: SendingChannel
  provider: Provider
  /** every field that was given, secrets among them */
  values: Record<string, string>
  hookToken: string
  /** where the gateway reports to; `null` when it cannot reach this server */
  hookUrl: string | null
  isOn: boolean
  perSecond: number
  /** minor units */
  partPrice: number
  lastError: string | null
  lastErrorAt: Date | null
}

export const isAccount = (workspaceId: string, channel: SendingChannel) =>
  and(eq(channelAccounts.workspaceId, workspaceId), eq(channelAccounts.channel, channel))

/** The account of a channel, on or off; `null` when there is none. */
export async function findAccount(scope: WorkspaceScope, channel: SendingChannel): Promise<OpenedAccount | null> {
  const [row] = await scope.db.select().from(channelAccounts).where(isAccount(scope.workspaceId, channel))
  return row ? openAccount(scope, row) : null
}

export function openAccount({ vault, workspaceId }: WorkspaceScope, row: Row): OpenedAccount {
  const { channel, provider, settings, isOn, perSecond, partPrice, lastError, lastErrorAt } = row
  const hookToken = vault.open(row.hookToken)
  const { publicUrl } = channelsConfig()
  return {
    ...{ channel, provider, isOn, perSecond, partPrice, lastError, lastErrorAt, hookToken },
    values: { ...settings, ...(JSON.parse(vault.open(row.secrets)) as Record<string, string>) },
    hookUrl: publicUrl && `${publicUrl}/hooks/${workspaceId}/${channel}/${hookToken}`,
  }
}

/** Secrets and the hook's token as they are stored. */
export function sealAccount({ vault }: WorkspaceScope, channel: SendingChannel, secrets: string, hookToken: string) {
  return {
    secrets: vault.seal(secrets, `channel ${channel} secrets`),
    hookToken: vault.seal(hookToken, `channel ${channel} hook`),
  }
}
