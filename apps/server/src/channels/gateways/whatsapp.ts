import type { OpenedAccount } from '../account.ts'
import type { GatewayContract } from '../gateway-sender.ts'
import { type ReadAnswer, textInside } from '../read-answer.ts'
import { type Failure, failed, type OutgoingMessage, type SendOutcome } from '../sender.ts'

// https://developers.facebook.com/documentation/business-messaging/whatsapp, its messages, templates and error codes

const VERSION = 'v23.0'

const REASONS: Record<string, Failure> = {
  // throughput of the app, the account, the number, the pair of numbers
  ...{ 4: 'limited', 80007: 'limited', 130429: 'limited', 131048: 'limited', 131056: 'limited', 133016: 'limited' },
  ...{ 131026: 'badAddress', 131021: 'badAddress', 131030: 'badAddress', 33: 'badAddress' },
  // token, permission, account, payment, number, template
  ...{ 0: 'notSetUp', 3: 'notSetUp', 10: 'notSetUp', 190: 'notSetUp', 200: 'notSetUp', 368: 'notSetUp' },
  ...{ 131005: 'notSetUp', 131031: 'notSetUp', 131042: 'notSetUp', 131045: 'notSetUp', 133010: 'notSetUp' },
  ...{ 132000: 'notSetUp', 132001: 'notSetUp', 132007: 'notSetUp', 132012: 'notSetUp', 132015: 'notSetUp' },
  ...{ 132016: 'notSetUp', 2: 'unavailable', 131016: 'unavailable', 131057: 'unavailable' },
}

/** Template messages by WhatsApp's Cloud API; `biz_opaque_callback_data` comes back with every report. */
export function whatsapp({ values }: OpenedAccount): GatewayContract {
  const { phoneNumberId = '', accessToken = '' } = values
  return {
    address: 'https://graph.facebook.com',
    request: (message, address) => ({
      method: 'POST',
      url: `${address}/${VERSION}/${encodeURIComponent(phoneNumberId)}/messages`,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: message.to.replace(/^\+/, ''),
        ...contentOf(message, values),
        biz_opaque_callback_data: message.id,
      }),
    }),
    understand,
  }
}

/** A template, or plain text where there is none: WhatsApp takes that from a client who wrote within a day. */
function contentOf(
  { template, text }: OutgoingMessage,
  { templateName = '', templateLanguage = '' }: Record<string, string>,
) {
  const used = template ?? (templateName && { name: templateName, language: templateLanguage, parameters: [text] })
  if (!used) return { type: 'text', text: { body: text } }
  const parameters = used.parameters.map((each) => ({ type: 'text', text: inOneLine(each) }))
  return {
    type: 'template',
    template: {
      name: used.name,
      language: { code: used.language },
      ...(parameters.length > 0 && { components: [{ type: 'body', parameters }] }),
    },
  }
}

/** Parameters may have no line breaks, no tabs and no more than four spaces together. */
const inOneLine = (text: string) => text.replace(/[\r\n\t]+/g, ' ').replace(/ {4,}/g, '   ')

function understand({ status, json, retryAfterMs }: ReadAnswer): SendOutcome | null {
  const id = textInside(json, 'messages', 0, 'id')
  if (status < 300 && id !== '') return { kind: 'sent', providerId: id }
  const code = textInside(json, 'error', 'code')
  if (code === '') return null
  const detail = `${code} ${textInside(json, 'error', 'error_data', 'details') || textInside(json, 'error', 'message')}`
  const reason = REASONS[code]
  if (!reason) return status >= 400 && status < 500 ? failed('refused', detail) : null
  return failed(reason, detail, { final: reason !== 'limited' && reason !== 'unavailable', retryAfterMs })
}
