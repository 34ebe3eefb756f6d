import { eq, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { findAccount, type OpenedAccount } from './account.ts'
import { openEmail } from './email/open-email.ts'
import { gatewaySender } from './gateway-sender.ts'
import { genericSms } from './gateways/generic-sms.ts'
import { smsc } from './gateways/smsc.ts'
import { telegram } from './gateways/telegram.ts'
import { turbosms } from './gateways/turbosms.ts'
import { twilio } from './gateways/twilio.ts'
import { viber } from './gateways/viber.ts'
import { whatsapp } from './gateways/whatsapp.ts'
import { noting } from './note-trouble.ts'
import type { SendingChannel } from './providers.ts'
import { failed, type Sender } from './sender.ts'
import { SIMULATED_PER_SECOND, SIMULATED_PRICE, simulatedSender } from './simulated.ts'
import { smsParts } from './sms-parts.ts'

/** A channel that is ready to send. */
export interface OpenSender {
  sender: Sender
  /** messages a second, at most: whoever sends keeps to it */
  perSecond: number
  /** parts a text is counted as, and what it costs in minor units of the workspace's currency */
  costOf(text: string): { parts: number; minor: number }
}

/**
 * Opens a channel of a workspace; `null` when it is not set up or turned off. Close the sender when done. In the demo
 * salon every channel is open and nothing leaves the machine.
 */
export async function openSender(scope: WorkspaceScope, channel: SendingChannel): Promise<OpenSender | null> {
  const { name, isSimulated, isCopy } = await readBusiness(scope)
  if (isSimulated) {
    const costOf = pricing(channel, SIMULATED_PRICE[channel])
    return { sender: simulatedSender(channel), perSecond: SIMULATED_PER_SECOND, costOf }
  }
  const account = await findAccount(scope, channel)
  if (!account?.isOn) return null
  const { perSecond, partPrice } = account
  if (isCopy) return { sender: copySender(channel), perSecond, costOf: pricing(channel, partPrice) }
  const sender = noting(scope, senderOf(account, name), account.lastError)
  return { sender, perSecond, costOf: pricing(channel, partPrice) }
}

/** Of a restored copy nothing leaves: the salon it is of may be writing to the same people. */
function copySender(channel: SendingChannel): Sender {
  const send = async () => failed('unavailable', 'a restored copy: an owner has to say go first', { final: false })
  return { channel, send, close: async () => {} }
}

/** The sender of an account, on or off. */
export function senderOf(account: OpenedAccount, business: string): Sender {
  switch (account.provider) {
    case 'serverMail':
    case 'smtp':
      return openEmail(account, business)
    case 'turbosms':
    case 'turbosmsViber':
      return gatewaySender(account, turbosms(account))
    case 'smsc':
      return gatewaySender(account, smsc(account))
    case 'twilio':
      return gatewaySender(account, twilio(account))
    case 'genericSms':
      return gatewaySender(account, genericSms(account))
    case 'telegramBot':
      return gatewaySender(account, telegram(account))
    case 'whatsappCloud':
      return gatewaySender(account, whatsapp(account))
    case 'viberBot':
      return gatewaySender(account, viber(account))
  }
}

export async function readBusiness({ db, workspaceId }: WorkspaceScope) {
  const [row] = await db
    .select({
      name: workspaces.name,
      country: workspaces.country,
      /** restored from a backup, and no owner has said go yet */
      isCopy: sql<boolean>`${workspaces.restoredAt} IS NOT NULL`,
      /** nothing leaves the server: the demo salon, and practice salons */
      isSimulated: sql<boolean>`${workspaces.isDemo} OR ${workspaces.practiceDay} IS NOT NULL`,
    })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  if (!row) throw new Error(`no workspace ${workspaceId}`)
  return row
}

const pricing = (channel: SendingChannel, partPrice: number) => (text: string) => {
  const parts = channel === 'sms' ? smsParts(text).parts : 1
  return { parts, minor: Math.round(parts * partPrice) }
}
