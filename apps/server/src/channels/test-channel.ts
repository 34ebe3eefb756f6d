import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { laterId } from '../later-id.ts'
import { findAccount } from './account.ts'
import { noting } from './note-trouble.ts'
import { readBusiness, senderOf } from './open-sender.ts'
import type { SendingChannel } from './providers.ts'
import type { SendOutcome } from './sender.ts'

const PATIENCE_MS = 25_000

/** Sends one message to an address of one's own, by a channel that may still be off. Throws `channelNotSetUp`. */
export async function testChannel(
  scope: WorkspaceScope,
  channel: SendingChannel,
  { to, text }: { to: string; text: string },
): Promise<SendOutcome> {
  const account = await findAccount(scope, channel)
  if (!account) throw new AppError('channelNotSetUp', { value: channel })
  const { name } = await readBusiness(scope)
  const sender = noting(scope, senderOf(account, name), account.lastError)
  const message = { id: laterId(), to, text, subject: name, unsubscribeUrl: null, template: null }
  try {
    return await sender.send(message, AbortSignal.timeout(PATIENCE_MS))
  } finally {
    await sender.close()
  }
}
