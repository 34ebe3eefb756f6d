import { failed, type SendOutcome, unknown } from '../sender.ts'

/** What nodemailer tells of a failure. */
interface SmtpError extends Error {
  code?: string
  /** of the server's answer */
  responseCode?: number
  /** what was being said when it failed, such as RCPT TO */
  command?: string
}

/** The server asks to come back later: too many at once, greylisting, a full queue. */
const LATER = 421
const NO_SUCH_ADDRESS =
  /(^|\D)5\.1\.[123]|no such (user|person)|user unknown|unknown user|does not exist|mailbox unavailable/i

/**
 * The outcome of a failed try. With an answer of the server it is definite: 4xx to try later, 5xx for good. Without one
 * it is definite only when not a byte of the message had left (`hasBegun`).
 */
export function smtpOutcome(error: unknown, hasBegun: boolean): SendOutcome {
  const { code = '', responseCode = 0, command = '', message } = error as SmtpError
  const detail = message || code
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') {
    return failed('notSetUp', detail, { final: responseCode < 400 || responseCode >= 500 })
  }
  if (responseCode >= 500) return failed(isBadAddress(responseCode, command, detail) ? 'badAddress' : 'refused', detail)
  if (responseCode === LATER || responseCode === 450 || responseCode === 452) return failed('limited', detail, LATER_ON)
  if (responseCode >= 400) return failed('unavailable', detail, LATER_ON)
  if (hasBegun) return unknown(detail)
  // the address itself is none: the server was not even asked
  if (code === 'EENVELOPE') return failed('badAddress', detail)
  if (code === 'ETLS' || code === 'EREQUIRETLS' || code === 'ECONFIG') return failed('notSetUp', detail)
  return failed('unavailable', detail, LATER_ON)
}

const LATER_ON = { final: false }

function isBadAddress(responseCode: number, command: string, detail: string): boolean {
  if (NO_SUCH_ADDRESS.test(detail)) return true
  return command === 'RCPT TO' && (responseCode === 550 || responseCode === 551 || responseCode === 553)
}
