import { createHmac } from 'node:crypto'
import { sameSecret } from '../../http/same-secret.ts'
import { type Hear, heard, momentOf, phoneOf, type Reply } from '../heard.ts'
import { inside, jsonOf, textInside } from '../read-answer.ts'
import type { DeliveryReport } from '../sender.ts'

// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks

const STATES: Record<string, DeliveryReport['state']> = { delivered: 'delivered', read: 'read', failed: 'bounced' }

/** Reports, replies and preferences of WhatsApp, signed with the app's secret; and its question whether we are there. */
export const hearWhatsapp: Hear = (request, { values, hookToken }) => {
  if (request.method === 'GET') {
    const isAsked = request.query.get('hub.mode') === 'subscribe'
    if (!isAsked || !sameSecret(request.query.get('hub.verify_token') ?? '', hookToken)) return 'refused'
    return heard({ answer: request.query.get('hub.challenge') ?? '' })
  }
  const signature = createHmac('sha256', values.appSecret ?? '')
    .update(request.body)
    .digest('hex')
  if (!sameSecret(request.header('x-hub-signature-256') ?? '', `sha256=${signature}`)) return 'refused'
  const all = list(jsonOf(request.body), 'entry')
    .flatMap((entry) => list(entry, 'changes'))
    .map((change) => inside(change, 'value'))
    // one app may serve several numbers: the others are somebody else's
    .filter((value) => [values.phoneNumberId, ''].includes(textInside(value, 'metadata', 'phone_number_id')))
  return heard({
    reports: all.flatMap((value) => list(value, 'statuses')).flatMap(reportOf),
    replies: all.flatMap((value) => [
      ...list(value, 'messages').map(replyOf),
      ...list(value, 'user_preferences').flatMap(preferenceOf),
    ]),
  })
}

function reportOf(status: unknown): Omit<DeliveryReport, 'channel'>[] {
  const state = STATES[textInside(status, 'status')]
  if (!state) return []
  return [
    {
      providerId: textInside(status, 'id') || null,
      messageId: textInside(status, 'biz_opaque_callback_data') || null,
      ...{ state, at: momentOf(textInside(status, 'timestamp')) },
      detail: [textInside(status, 'errors', 0, 'code'), textInside(status, 'errors', 0, 'title')].join(' ').trim(),
    },
  ]
}

/** A message, or a button of a template pressed. */
function replyOf(message: unknown): Reply {
  return {
    from: phoneOf(textInside(message, 'from')),
    text: textInside(message, 'text', 'body') || textInside(message, 'button', 'text'),
    providerId: textInside(message, 'id'),
    at: momentOf(textInside(message, 'timestamp')),
  }
}

/** "Stop marketing" chosen in WhatsApp itself. */
function preferenceOf(preference: unknown): Reply[] {
  const isStop =
    textInside(preference, 'category') === 'marketing_messages' && textInside(preference, 'value') === 'stop'
  if (!isStop) return []
  const [from, timestamp] = [textInside(preference, 'wa_id'), textInside(preference, 'timestamp')]
  const reply = { from: phoneOf(from), providerId: `stop ${from} ${timestamp}`, at: momentOf(timestamp) }
  return [{ ...reply, text: textInside(preference, 'detail'), isStopped: true }]
}

function list(json: unknown, name: string): unknown[] {
  const found = inside(json, name)
  return Array.isArray(found) ? found : []
}
