import { type Day, formatDay } from '@comeback/retention'
import { findContacts } from '../book/index.ts'
import type { SentMessage } from '../campaigns/index.ts'
import { takeReply } from '../channels/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { Random } from '../demo/index.ts'

const SEED = 1
const REPLY_STREAM = 16
const SAY_STOP = 0.02
const WRITE = 0.05
const WITHIN = 3

const WORDS = [
  'Дякую за подарунок! Зателефоную завтра',
  'Добрий день! А на суботу є місце?',
  'Дякую, але я вже в іншому місті',
  'Скільки коштує тепер манікюр?',
  'О, якраз збиралася до вас 😊',
]

/** Gateways by whose phones a client is known when they write back. */
const PROVIDERS = { sms: 'genericSms', viber: 'turbosmsViber' } as const

/** Some of those who got a message by phone write back within days, and a few want no more: as gateways would tell it. */
export async function writeBack(
  scope: WorkspaceScope,
  sent: ReadonlyMap<number, readonly SentMessage[]>,
  eve: Day,
  to: Day,
): Promise<void> {
  const written = [...sent].flatMap(([clientId, messages]) =>
    messages.flatMap(({ channel, day }) => {
      if (channel !== 'sms' && channel !== 'viber') return []
      const random = new Random(SEED, REPLY_STREAM, clientId, day)
      const text = random.chance(SAY_STOP) ? 'СТОП' : random.chance(WRITE) ? random.pick(WORDS) : null
      const on = day + random.between(1, WITHIN)
      return text !== null && on > eve && on <= to ? [{ clientId, channel, day, text, on }] : []
    }),
  )
  const contacts = await findContacts(
    scope,
    written.map(({ clientId }) => clientId),
  )
  for (const { clientId, channel, day, text, on } of written) {
    const contact = contacts.get(clientId)
    if (!contact?.phone || contact.erased) continue
    const at = new Date(`${formatDay(on)}T11:00:00Z`)
    const reply = { from: contact.phone, text, providerId: `practice:${clientId}-${day}`, at }
    await takeReply(scope, { channel, provider: PROVIDERS[channel] }, reply)
  }
}
