import type { WorkspaceScope } from '../database/index.ts'
import { isAccount } from './account.ts'
import type { SendingChannel } from './providers.ts'
import type { Sender, SendOutcome } from './sender.ts'
import { channelAccounts } from './tables.ts'

/** Keeps what went wrong last with a channel; `null`: it works again. */
export async function noteTrouble(
  { db, workspaceId }: WorkspaceScope,
  channel: SendingChannel,
  trouble: string | null,
) {
  await db
    .update(channelAccounts)
    .set({ lastError: trouble, lastErrorAt: trouble === null ? null : new Date() })
    .where(isAccount(workspaceId, channel))
}

/** A sender whose account knows what is wrong with it. What is about one address only is no trouble of the channel. */
export function noting(scope: WorkspaceScope, sender: Sender, lastError: string | null): Sender {
  let noted = lastError
  return {
    ...sender,
    async send(message, signal) {
      const outcome = await sender.send(message, signal)
      const trouble = troubleOf(outcome)
      if (trouble !== undefined && trouble !== noted) {
        noted = trouble
        await noteTrouble(scope, sender.channel, trouble)
      }
      return outcome
    },
  }
}

/** `undefined` when an outcome says nothing about the channel. */
function troubleOf(outcome: SendOutcome): string | null | undefined {
  if (outcome.kind === 'sent') return null
  if (outcome.kind === 'unknown') return outcome.detail
  return outcome.reason === 'notSetUp' || outcome.reason === 'unavailable' ? outcome.detail : undefined
}
