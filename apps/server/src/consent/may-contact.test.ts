import { expect, test } from 'vitest'
import type { Channel, ConsentEntry, Purpose } from './consent.ts'
import { mayContact } from './may-contact.ts'

/** `+sms marketing administrator`: granted; `-`: withdrawn. */
function entry(text: string): ConsentEntry {
  const [what, purpose, source] = text.split(' ') as [string, Purpose, ConsentEntry['source']]
  return { granted: what.startsWith('+'), channel: what.slice(1) as Channel, purpose, source }
}

/** What the client said, the oldest first; may we write by SMS for marketing without and with soft opt-in; remind? */
test.each<[string[], string]>([
  [[], '– ✓ ✓'],
  [['+sms marketing paper'], '✓ ✓ ✓'],
  [['+all marketing import'], '✓ ✓ ✓'],
  [['-all marketing import'], '– – ✓'],
  [['+email marketing paper'], '– ✓ ✓'],
  [['-email marketing paper'], '– ✓ ✓'],
  [['+sms marketing paper', '-sms marketing stopReply'], '– – ✓'],
  [['-sms marketing stopReply', '+sms marketing administrator'], '✓ ✓ ✓'],
  [['+sms marketing paper', '-all marketing clientLink'], '– – ✓'],
  [['-all marketing clientLink', '+sms marketing paper'], '✓ ✓ ✓'],
  // a file does not lift what the client withdrew themselves, and may change what a file said
  [['-sms marketing stopReply', '+all marketing import'], '– – ✓'],
  [['-all marketing import', '+all marketing import'], '✓ ✓ ✓'],
  [['+all marketing import', '-sms marketing stopReply', '-all marketing import', '+all marketing import'], '✓ ✓ ✓'],
  [['-all marketing import', '-sms marketing stopReply', '+all marketing import'], '– – ✓'],
  // one purpose says nothing about the other
  [['-sms reminders administrator'], '– ✓ –'],
  [['-all reminders administrator', '+sms reminders paper'], '– ✓ ✓'],
  [['+sms reminders paper'], '– ✓ ✓'],
])('%j → %s', (said, expected) => {
  const history = said.map(entry)
  const may = (purpose: Purpose, softOptIn: boolean) => (mayContact(history, 'sms', purpose, { softOptIn }) ? '✓' : '–')
  expect([may('marketing', false), may('marketing', true), may('reminders', false)].join(' ')).toBe(expected)
})
