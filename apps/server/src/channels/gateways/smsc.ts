import type { OpenedAccount } from '../account.ts'
import type { GatewayContract } from '../gateway-sender.ts'
import { type ReadAnswer, textInside } from '../read-answer.ts'
import { failed, type SendOutcome } from '../sender.ts'

// https://smsc.ua/api/http/: a form in, JSON (fmt=3) out, status 200 whatever happened

/** SMS by SMSC; the same contract under the names it has in several countries. */
export function smsc({ values }: OpenedAccount): GatewayContract {
  const { site = 'smsc.ua', login = '', password = '', sender = '' } = values
  return {
    address: `https://${site}`,
    request: ({ to, text }, address) => ({
      method: 'POST',
      url: `${address}/sys/send.php`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...{ login, psw: password, phones: to, mes: text, charset: 'utf-8', fmt: '3' },
        ...(sender && { sender }),
      }).toString(),
    }),
    understand,
  }
}

function understand({ json, retryAfterMs }: ReadAnswer): SendOutcome | null {
  const code = textInside(json, 'error_code')
  const detail = `${code} ${textInside(json, 'error')}`
  switch (code) {
    case '': {
      const id = textInside(json, 'id')
      return id === '' ? null : { kind: 'sent', providerId: id }
    }
    // the password, or the address we come from
    case '2':
    case '4':
      return failed('notSetUp', detail)
    case '3':
      return failed('notSetUp', detail, { final: false })
    case '7':
    case '8':
      return failed('badAddress', detail)
    case '9':
      return failed('limited', detail, { final: false, retryAfterMs })
    default:
      return failed('refused', detail)
  }
}
