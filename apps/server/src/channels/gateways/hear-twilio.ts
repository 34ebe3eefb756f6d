import { createHmac } from 'node:crypto'
import { sameSecret } from '../../http/same-secret.ts'
import { fieldsOf, type Hear, heard } from '../heard.ts'
import type { DeliveryReport } from '../sender.ts'

// https://www.twilio.com/docs/usage/security#validating-requests, /docs/messaging/guides/track-outbound-message-status

const STATES: Record<string, DeliveryReport['state']> = {
  delivered: 'delivered',
  read: 'read',
  undelivered: 'bounced',
  failed: 'bounced',
}

const ANSWER = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'

/** Reports and replies of Twilio, signed with the account's token over the address and the sorted form. */
export const hearTwilio: Hear = (request, { values }) => {
  const form = new URLSearchParams(request.body)
  const signed = [...form].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([name, value]) => name + value)
  const signature = createHmac('sha1', values.authToken ?? '')
    .update(request.url + signed.join(''))
    .digest('base64')
  if (!sameSecret(request.header('x-twilio-signature') ?? '', signature)) return 'refused'
  const { MessageSid = '', MessageStatus = '', ErrorCode = '', From = '', Body, OptOutType } = fieldsOf(request)
  const at = new Date()
  if (Body !== undefined && MessageStatus === '') {
    const reply = { from: From, text: Body, providerId: MessageSid, at, isStopped: OptOutType === 'STOP' }
    return heard({ replies: [reply], answer: ANSWER })
  }
  const state = STATES[MessageStatus]
  if (!state) return heard({ answer: ANSWER })
  const report = { providerId: MessageSid, messageId: request.query.get('message'), state, at, detail: ErrorCode }
  return heard({ reports: [report], answer: ANSWER })
}
