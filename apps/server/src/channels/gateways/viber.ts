import type { OpenedAccount } from '../account.ts'
import type { GatewayContract } from '../gateway-sender.ts'
import { type ReadAnswer, textInside } from '../read-answer.ts'
import { failed, type SendOutcome } from '../sender.ts'

// https://developers.viber.com/docs/api/rest-bot-api/

export const VIBER = 'https://chatapi.viber.com'

/** Viber cuts longer names. */
const NAME = 28

/** Messages of the salon's Viber bot to people who subscribed to it; `tracking_data` comes back with replies only. */
export function viber({ values }: OpenedAccount): GatewayContract {
  const { token = '', senderName = '' } = values
  return {
    address: VIBER,
    request: ({ id, to, text }, address) => ({
      method: 'POST',
      url: `${address}/pa/send_message`,
      headers: { 'x-viber-auth-token': token, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ receiver: to, min_api_version: 1, sender: { name: [...senderName].slice(0, NAME).join('') } },
        ...{ tracking_data: id, type: 'text', text },
      }),
    }),
    understand,
  }
}

function understand({ json, retryAfterMs }: ReadAnswer): SendOutcome | null {
  const status = textInside(json, 'status')
  const detail = `${status} ${textInside(json, 'status_message')}`
  switch (status) {
    case '':
      return null
    case '0': {
      const providerId = textInside(json, 'message_token')
      return providerId === '' ? null : { kind: 'sent', providerId }
    }
    case '12':
      return failed('limited', detail, { final: false, retryAfterMs })
    // not on Viber, not subscribed, no device for it
    case '5':
    case '6':
    case '11':
      return failed('badAddress', detail)
    case '2':
    case '7':
    case '8':
    case '9':
    case '10':
    case '15':
    case '23':
    case '24':
      return failed('notSetUp', detail)
    default:
      return failed('refused', detail)
  }
}
