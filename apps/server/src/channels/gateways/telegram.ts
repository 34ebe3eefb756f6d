import type { OpenedAccount } from '../account.ts'
import type { GatewayContract } from '../gateway-sender.ts'
import { inside, type ReadAnswer, textInside } from '../read-answer.ts'
import { failed, type SendOutcome } from '../sender.ts'

// https://core.telegram.org/bots/api#sendmessage, #making-requests

export const TELEGRAM = 'https://api.telegram.org'

/** Messages of the salon's bot to chats clients opened. Telegram reports no deliveries. */
export function telegram({ values }: OpenedAccount): GatewayContract {
  return {
    address: TELEGRAM,
    request: ({ to, text }, address) => ({
      method: 'POST',
      url: `${address}/bot${values.token ?? ''}/sendMessage`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: to, text }),
    }),
    understand,
  }
}

function understand({ json }: ReadAnswer): SendOutcome | null {
  const ok = inside(json, 'ok')
  if (ok === true) {
    const [chat, message] = [textInside(json, 'result', 'chat', 'id'), textInside(json, 'result', 'message_id')]
    return message === '' ? null : { kind: 'sent', providerId: `${chat}:${message}` }
  }
  if (ok !== false) return null
  const code = Number(inside(json, 'error_code'))
  const detail = textInside(json, 'description')
  const seconds = Number(textInside(json, 'parameters', 'retry_after') || Number.NaN)
  if (code === 429) {
    return failed('limited', detail, { final: false, retryAfterMs: Number.isNaN(seconds) ? null : seconds * 1000 })
  }
  if (code === 401 || code === 404) return failed('notSetUp', detail)
  // blocked by the user, deleted, or never opened
  if (code === 403 || /chat not found|PEER_ID_INVALID|user is deactivated/i.test(detail)) {
    return failed('badAddress', detail)
  }
  return code >= 400 && code < 500 ? failed('refused', detail) : null
}
