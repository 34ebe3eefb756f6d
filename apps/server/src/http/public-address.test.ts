import { expect, test } from 'vitest'
import { isPrivateHost, isPublic, lookupPublic, PrivateAddress } from './public-address.ts'

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['0.0.0.0', false],
  ['10.0.0.1', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['ff02::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::7f00:1', false],
  ['::127.0.0.1', false],
  ['::10.0.0.1', false],
  ['fec0::1', false],
  ['2002:7f00:1::', false],
  ['2001:0:7f00:1::', false],
  ['not an address', false],
])('%s is of the internet: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected)
})

test.each([
  ['http://example.com/', false],
  ['http://localhost/', true],
  ['http://LOCALHOST:80/', true],
  ['http://a.localhost./', true],
  ['http://[::1]/', true],
  ['http://[::ffff:127.0.0.1]/', true],
  ['http://[::127.0.0.1]/', true],
  // ways to write 127.0.0.1 that the URL reads as it
  ['http://2130706433/', true],
  ['http://0x7f.1/', true],
])('%s is known as our own without a look-up: %s', (url, expected) => {
  expect(isPrivateHost(new URL(url))).toBe(expected)
})

test('a name that leads to this machine is not connected to', async () => {
  for (const all of [true, false]) {
    const error = await new Promise((resolve) => lookupPublic('localhost', { all }, resolve))
    expect(error).toBeInstanceOf(PrivateAddress)
  }
})
