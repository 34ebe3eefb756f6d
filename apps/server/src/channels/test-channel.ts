import { recordAudit, recordWithin } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { findAccount } from './account.ts'
import { noting } from './note-trouble.ts'
import { readBusiness, senderOf } from './open-sender.ts'
import type { SendingChannel } from './providers.ts'
import type { SendOutcome } from './sender.ts'

const PATIENCE_MS = 25_000

/** To other addresses than one's own confirmed one, in 24 hours: a test is no way to write to strangers. */
const TESTS_A_DAY = 10

interface Tester {
  who: Who
  /** the address they have confirmed; `null` when they have not */
  confirmedEmail: string | null
}

/**
 * Sends one message to an address of one's own, by a channel that may still be off. Throws `channelNotSetUp`, and
 * `dailyLimit` after so many tests that nobody needs them to try a channel out.
 */
export async function testChannel(
  scope: WorkspaceScope,
  { who, confirmedEmail }: Tester,
  channel: SendingChannel,
  { to, text }: { to: string; text: string },
): Promise<SendOutcome> {
  const account = await findAccount(scope, channel)
  if (!account) throw new AppError('channelNotSetUp', { value: channel })
  const isOwn = confirmedEmail !== null && to.trim().toLowerCase() === confirmedEmail.toLowerCase()
  const event = { action: 'channel.tested', subject: `channel:${channel}` } as const
  await scope.transaction((inner) =>
    isOwn ? recordAudit(inner, who, event) : recordWithin(inner, who, event, TESTS_A_DAY),
  )
  const { name } = await readBusiness(scope)
  const sender = noting(scope, senderOf(account, name), account.lastError)
  const message = { id: laterId(), to, text, subject: name, unsubscribeUrl: null, template: null }
  try {
    return await sender.send(message, AbortSignal.timeout(PATIENCE_MS))
  } finally {
    await sender.close()
  }
}
