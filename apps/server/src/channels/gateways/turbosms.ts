import type { OpenedAccount } from '../account.ts'
import type { GatewayContract } from '../gateway-sender.ts'
import { inside, type ReadAnswer, textInside } from '../read-answer.ts'
import { failed, type SendOutcome, unknown } from '../sender.ts'

// https://turbosms.ua/ua/api.html: every answer has status 200, what happened stands in its names

/** SMS, or Viber messages of a registered sender, by TurboSMS. `sequence_id` makes it take a request once. */
export function turbosms({ channel, values }: OpenedAccount): GatewayContract {
  const { token = '', sender = '' } = values
  return {
    address: 'https://api.turbosms.ua',
    request: ({ id, to, text }, address) => ({
      method: 'POST',
      url: `${address}/message/send.json`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        sequence_id: id,
        recipients: [to.replace(/^\+/, '')],
        [channel === 'viber' ? 'viber' : 'sms']: { sender, text },
      }),
    }),
    understand,
  }
}

function understand({ json, retryAfterMs }: ReadAnswer): SendOutcome | null {
  const whole = textInside(json, 'response_status')
  if (whole === '') return null
  const first = inside(json, 'response_result', 0)
  const messageId = textInside(first, 'message_id')
  if (messageId !== '' && textInside(first, 'response_code') === '0') return { kind: 'sent', providerId: messageId }
  const code = textInside(first, 'response_status') || whole
  if (/^(OK|SUCCESS|FATAL|FAILED_CONVERT)/.test(code)) return unknown(code)
  if (code === 'REQUIRED_BALANCE') return failed('notSetUp', code, { final: false })
  if (/LIMIT$/.test(code)) return failed('limited', code, { final: false, retryAfterMs })
  if (/^(INVALID_PHONE|NOT_ALLOWED_RECIPIENT_COUNTRY)$/.test(code)) return failed('badAddress', code)
  if (/TOKEN|AUTH|ACTIVE_USER|SENDER/.test(code)) return failed('notSetUp', code)
  return failed('refused', code)
}
