import { createHash } from 'node:crypto'
import { sameSecret } from '../../http/same-secret.ts'
import { fieldsOf, type Hear, heard, momentOf, phoneOf } from '../heard.ts'
import type { DeliveryReport } from '../sender.ts'

// https://smsc.ua/api/http/miscellaneous/callback/

const STATES: Record<string, DeliveryReport['state']> = {
  ...{ 1: 'delivered', 2: 'read', 4: 'read', 3: 'bounced' },
  ...{ 20: 'bounced', 22: 'bounced', 23: 'bounced', 24: 'bounced', 25: 'bounced' },
}

/** Reports and replies of SMSC, signed over `id:phone:status:key`, a reply over `phone:mes:to:key`. */
export const hearSmsc: Hear = (request, { values }) => {
  const {
    id = '',
    phone = '',
    status = '',
    mes,
    to = '',
    sms_id: replyId,
    ts,
    err = '',
    md5 = '',
    sha1 = '',
  } = fieldsOf(request)
  const secret = values.hookSecret ?? ''
  const signed = mes === undefined ? `${id}:${phone}:${status}:${secret}` : `${phone}:${mes}:${to}:${secret}`
  const is = (algorithm: string, given: string) =>
    given !== '' && sameSecret(given.toLowerCase(), createHash(algorithm).update(signed).digest('hex'))
  if (secret !== '' && !is('md5', md5) && !is('sha1', sha1)) return 'refused'
  const at = momentOf(ts)
  if (mes !== undefined) {
    // a test of the address has no number
    if (phone === '') return heard({ answer: 'OK' })
    return heard({ replies: [{ from: phoneOf(phone), text: mes, providerId: replyId || id, at }], answer: 'OK' })
  }
  const state = STATES[status]
  if (!state || id === '') return heard({ answer: 'OK' })
  return heard({
    reports: [{ providerId: id, messageId: null, state, at, detail: err === '0' ? '' : err }],
    answer: 'OK',
  })
}
