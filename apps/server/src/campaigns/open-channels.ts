import type { SendingChannel } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { CampaignPorts } from './ports.ts'

/** What costs nothing and is read at once comes first. */
const PREFERRED = ['telegram', 'viber', 'sms', 'whatsapp', 'email'] as const satisfies SendingChannel[]

/** Channels that are set up and on, in the order a message is best tried by. */
export async function openChannels(
  scope: WorkspaceScope,
  ports: Pick<CampaignPorts, 'openSender'>,
): Promise<SendingChannel[]> {
  const open: SendingChannel[] = []
  for (const channel of PREFERRED) {
    const opened = await ports.openSender(scope, channel)
    if (!opened) continue
    await opened.sender.close()
    open.push(channel)
  }
  return open
}

/** What a campaign begins with: WhatsApp needs a template first, e-mail reaches others than phones do. */
export const usualChannels = (open: readonly SendingChannel[]): SendingChannel[] =>
  open.filter((channel) => channel !== 'whatsapp')
