import { fieldsOf, type Hear, heard, phoneOf } from '../heard.ts'
import { inside, jsonOf } from '../read-answer.ts'
import type { DeliveryReport } from '../sender.ts'

const STATES: [RegExp, DeliveryReport['state']][] = [
  [/^(read|seen)$/i, 'read'],
  [/^(delivered|delivrd|1)$/i, 'delivered'],
  [/^(failed|undelivered|undeliv|rejected|rejectd|expired|bounced|2)$/i, 'bounced'],
]

/**
 * Reports and replies of a gateway nobody knows here, as JSON, a form or parameters of the address: `id` (its own) or
 * `ref` (ours) with `status`; `from` with `text`. The address is the secret.
 */
export const hearGenericSms: Hear = (request) => {
  const json = jsonOf(request.body)
  const given =
    typeof json === 'object' && json !== null ? { ...Object.fromEntries(request.query), ...json } : fieldsOf(request)
  const of = (name: string) => {
    const value = inside(given, name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const [id, ref, status, from, text] = [of('id'), of('ref'), of('status'), of('from'), of('text')]
  const at = new Date()
  if (from !== '' && text !== '') {
    return heard({ replies: [{ from: phoneOf(from), text, providerId: id || `${from} ${text}`, at }] })
  }
  const state = STATES.find(([pattern]) => pattern.test(status))?.[1]
  if (!state || (id === '' && ref === '')) return heard()
  return heard({ reports: [{ providerId: id || null, messageId: ref || null, state, at, detail: status }] })
}
