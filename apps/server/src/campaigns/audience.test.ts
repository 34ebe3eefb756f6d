import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SendingChannel } from '../channels/index.ts'
import { type Candidate, sortAudience } from './audience.ts'

let count = 0
const client = (more: Partial<Candidate> = {}): Candidate => {
  count++
  return {
    clientId: count,
    erased: false,
    addresses: { sms: `+38067000${count}` },
    mayWrite: () => true,
    isBooked: false,
    cameMeanwhile: false,
    writtenLately: 0,
    ...more,
  }
}

test.each<[string, Partial<Candidate>, string | null]>([
  ['anybody', {}, null],
  ['erased before all else', { erased: true, isBooked: true }, 'erased'],
  ['booked', { isBooked: true, cameMeanwhile: true }, 'alreadyBooked'],
  ['came', { cameMeanwhile: true }, 'cameMeanwhile'],
  ['no address on these channels', { addresses: {} }, 'noAddress'],
  ['an address of another channel', { addresses: { viber: '+380' } }, 'noAddress'],
  ['no consent', { mayWrite: () => false }, 'noConsent'],
  ['written to lately', { writtenLately: 1 }, 'overCap'],
])('%s', (_, more, reason) => {
  const { skipped, reachable } = sortAudience([client(more)], { channels: ['sms', 'email'], skipBooked: true }, 1)
  expect(skipped.map((each) => each.reason)).toEqual(reason ? [reason] : [])
  expect(reachable).toHaveLength(reason ? 0 : 1)
})

test('channels are in the order of the campaign, without those the client refused', () => {
  const addresses = { sms: '+380671', email: 'a@b.c', telegram: '77' }
  const mayWrite = (channel: SendingChannel) => channel !== 'email'
  const { reachable } = sortAudience(
    [client({ addresses, mayWrite })],
    { channels: ['telegram', 'email', 'sms'], skipBooked: true },
    1,
  )
  expect(reachable[0]!.channels).toEqual(['telegram', 'sms'])
})

test('two clients with one phone, by whatever channel, get one message; the one passed over takes no address', () => {
  const phone = '+380671112233'
  const booked = client({ addresses: { sms: phone }, isBooked: true })
  const first = client({ addresses: { viber: phone, telegram: '5' } })
  const second = client({ addresses: { sms: phone } })
  const other = client({ addresses: { email: 'A@b.c' } })
  const same = client({ addresses: { email: 'a@B.c' } })
  const { reachable, skipped } = sortAudience(
    [booked, first, second, other, same],
    { channels: ['viber', 'sms', 'email', 'telegram'], skipBooked: true },
    1,
  )
  expect(reachable.map(({ clientId }) => clientId)).toEqual([first.clientId, other.clientId])
  expect(skipped.slice(1).map(({ reason }) => reason)).toEqual(['duplicateAddress', 'duplicateAddress'])
})

test('a plan may write to those who are booked, too', () => {
  const booked = client({ isBooked: true })
  const reached = (skipBooked: boolean) => sortAudience([booked], { channels: ['sms'], skipBooked }, 1).reachable.length
  expect([reached(true), reached(false)]).toEqual([0, 1])
})

test('everybody is somewhere once, and nobody’s address is used twice', () => {
  const person = fc.record({
    erased: fc.boolean(),
    isBooked: fc.boolean(),
    phone: fc.constantFrom('', '1', '2', '3'),
    email: fc.constantFrom('', 'a', 'b', 'c'),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (people) => {
      const all = people.map(({ phone, email, ...rest }) => client({ ...rest, addresses: { sms: phone, email } }))
      const { reachable, skipped } = sortAudience(all, { channels: ['sms', 'email'], skipBooked: true }, 1)
      const ids = [...reachable, ...skipped].map(({ clientId }) => clientId).sort((a, b) => a - b)
      expect(ids).toEqual(all.map(({ clientId }) => clientId))
      const byId = new Map(all.map((each) => [each.clientId, each]))
      for (const channel of ['sms', 'email'] as const) {
        const used = reachable.flatMap(({ clientId }) => byId.get(clientId)!.addresses[channel] || [])
        expect(new Set(used).size).toBe(used.length)
      }
    }),
  )
})
