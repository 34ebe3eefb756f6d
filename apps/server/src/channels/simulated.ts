import type { SendingChannel } from './providers.ts'
import type { Sender } from './sender.ts'

/** The sender of the demo salon: everything goes well, and nothing leaves the machine. */
export function simulatedSender(channel: SendingChannel): Sender {
  return {
    channel,
    send: async ({ id }) => ({ kind: 'sent', providerId: `simulated:${id}` }),
    close: async () => {},
  }
}

export const SIMULATED_PER_SECOND = 200

/** What a message costs the demo salon, in minor units of a part. */
export const SIMULATED_PRICE: Record<SendingChannel, number> = {
  email: 0,
  sms: 85,
  telegram: 0,
  whatsapp: 180,
  viber: 60,
}

/** In the demo salon every third client has opened the bot: whom a fall-back is shown with. */
export const simulatedChat = (clientId: number): string | null => (clientId % 3 === 0 ? `simulated:${clientId}` : null)
