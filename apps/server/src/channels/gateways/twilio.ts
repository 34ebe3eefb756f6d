import type { OpenedAccount } from '../account.ts'
import type { GatewayContract } from '../gateway-sender.ts'
import { type ReadAnswer, textInside } from '../read-answer.ts'
import { type Failure, failed, type SendOutcome } from '../sender.ts'

// https://www.twilio.com/docs/messaging/api/message-resource, https://www.twilio.com/docs/api/errors

const REASONS: Record<string, Failure> = {
  // no number, not a mobile one, not to be reached from here
  ...{ 21211: 'badAddress', 21217: 'badAddress', 21401: 'badAddress', 21614: 'badAddress', 21612: 'badAddress' },
  ...{ 21610: 'refused', 21408: 'refused', 21617: 'refused', 21602: 'refused' },
  // credentials, sender, account
  ...{ 20003: 'notSetUp', 20005: 'notSetUp', 20404: 'notSetUp', 21212: 'notSetUp', 21603: 'notSetUp' },
  ...{ 21606: 'notSetUp', 21659: 'notSetUp', 21660: 'notSetUp', 21701: 'notSetUp' },
  ...{ 20429: 'limited', 14107: 'limited', 21611: 'limited', 63018: 'limited' },
}

/** SMS by Twilio. `sender` is a number, a name, or the id of a messaging service. */
export function twilio({ values, hookUrl }: OpenedAccount): GatewayContract {
  const { accountSid = '', authToken = '', sender = '' } = values
  return {
    address: 'https://api.twilio.com',
    request: ({ id, to, text }, address) => {
      const from = sender.startsWith('MG') ? 'MessagingServiceSid' : 'From'
      const form = new URLSearchParams({ To: to, [from]: sender, Body: text })
      if (hookUrl) form.set('StatusCallback', `${hookUrl}?message=${id}`)
      return {
        method: 'POST',
        url: `${address}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`,
        headers: {
          authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: form.toString(),
      }
    },
    understand,
  }
}

function understand({ status, json, retryAfterMs }: ReadAnswer): SendOutcome | null {
  const code = textInside(json, 'error_code') || textInside(json, 'code')
  const detail = `${code} ${textInside(json, 'error_message') || textInside(json, 'message')}`
  const reason = REASONS[code]
  if (reason) return failed(reason, detail, { final: reason !== 'limited', retryAfterMs })
  const sid = textInside(json, 'sid')
  if (status >= 300 || sid === '') return null
  const state = textInside(json, 'status')
  if (state === 'failed' || state === 'undelivered') return failed('refused', detail)
  return { kind: 'sent', providerId: sid }
}
