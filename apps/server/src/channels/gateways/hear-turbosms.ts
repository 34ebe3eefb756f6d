import { createHash } from 'node:crypto'
import { sameSecret } from '../../http/same-secret.ts'
import { type Hear, heard, phoneOf } from '../heard.ts'
import { inside, jsonOf, textInside } from '../read-answer.ts'
import type { DeliveryReport } from '../sender.ts'

// https://turbosms.ua/ua/callback.html

const STATES: [RegExp, DeliveryReport['state']][] = [
  [/^read$/i, 'read'],
  [/^(delivrd|delivered)$/i, 'delivered'],
  [/^(undeliv|undelivered|rejectd|rejected|expired|failed|cancelled|deleted)$/i, 'bounced'],
]

/**
 * Reports of TurboSMS. It signs with SHA-1 of the key and the event's id without saying in which order, so either is
 * taken; without a key of its own the address alone is the secret.
 */
export const hearTurbosms: Hear = ({ body }, { values }) => {
  const json = jsonOf(body)
  const id = textInside(json, 'id')
  const secret = values.hookSecret ?? ''
  if (secret !== '') {
    const signature = textInside(json, 'signature').toLowerCase()
    const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
    if (!sameSecret(signature, sha1(secret + id)) && !sameSecret(signature, sha1(id + secret))) return 'refused'
  }
  const data = inside(json, 'data')
  const providerId = textInside(data, 'message_id')
  const said = textInside(data, 'status')
  const text = textInside(data, 'text')
  const phone = textInside(data, 'phone') || textInside(data, 'sender')
  const state = STATES.find(([pattern]) => pattern.test(said))?.[1]
  const at = new Date()
  if (state && providerId !== '') return heard({ reports: [{ providerId, messageId: null, state, at, detail: said }] })
  if (text !== '' && /\d{8}/.test(phone))
    return heard({ replies: [{ from: phoneOf(phone), text, providerId: id, at }] })
  return heard()
}
