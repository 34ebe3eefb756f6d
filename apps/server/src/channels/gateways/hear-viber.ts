import { createHmac } from 'node:crypto'
import { sameSecret } from '../../http/same-secret.ts'
import { type Hear, heard } from '../heard.ts'
import { inside, jsonOf, textInside } from '../read-answer.ts'
import type { DeliveryReport } from '../sender.ts'

// https://developers.viber.com/docs/api/rest-bot-api/#callbacks

const STATES: Record<string, DeliveryReport['state']> = { delivered: 'delivered', seen: 'read', failed: 'bounced' }

/** What Viber tells of the salon's bot, signed with the bot's token. */
export const hearViber: Hear = ({ header, body }, { values }) => {
  const signature = createHmac('sha256', values.token ?? '')
    .update(body)
    .digest('hex')
  if (!sameSecret((header('x-viber-content-signature') ?? '').toLowerCase(), signature)) return 'refused'
  const json = jsonOf(body)
  const event = textInside(json, 'event')
  const providerId = textInside(json, 'message_token')
  const at = new Date(Number(inside(json, 'timestamp')) || Date.now())
  const state = STATES[event]
  if (state && providerId !== '') {
    return heard({ reports: [{ providerId, messageId: null, state, at, detail: textInside(json, 'desc') }] })
  }
  if (event === 'conversation_started' || event === 'subscribed') {
    const [chat, language] = [textInside(json, 'user', 'id'), textInside(json, 'user', 'language')]
    return heard({ starts: chat === '' ? [] : [{ chat, token: textInside(json, 'context'), language }] })
  }
  const [from, text] = [textInside(json, 'sender', 'id'), textInside(json, 'message', 'text')]
  if (event !== 'message' || from === '' || text === '') return heard()
  return heard({ replies: [{ from, text, providerId, at }] })
}
