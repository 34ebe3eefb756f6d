import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { readProxies } from '../proxies.ts'
import { clientAddress, clientNetwork, knowAddress } from './client-address.ts'
import type { Env } from './env.ts'
import { answerError } from './errors.ts'
import { ownHostOnly } from './own-host-only.ts'
import { connectionFrom } from './testing.ts'

const PROXIES = '127.0.0.1, 10.0.0.0/8 fd00::/8'

async function seen(peer: string, forwarded: string | null, proxies = PROXIES) {
  const app = new Hono<Env>()
  app.use(knowAddress(readProxies(proxies)))
  app.get('/', (c) => c.json([clientAddress(c), clientNetwork(c)]))
  const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
  return (await (await app.request('/', { headers }, connectionFrom(peer))).json()) as [string, string]
}

describe('where a request comes from', () => {
  test.each([
    ['198.51.100.7', null, '198.51.100.7'],
    ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['192.168.1.5', '203.0.113.9', '192.168.1.5'],
    ['127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['10.2.3.4', '6.6.6.6, 203.0.113.9', '203.0.113.9'],
    ['10.2.3.4', '203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['fd00::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5:6'],
    ['10.2.3.4', '', '10.2.3.4'],
    ['10.2.3.4', 'unknown', '10.2.3.4'],
    ['10.2.3.4', 'x'.repeat(5000), '10.2.3.4'],
    ['10.2.3.4', `${'6'.repeat(5000)}, 203.0.113.9`, '203.0.113.9'],
    ['fe80::1%eth0', null, 'fe80::1'],
  ])('of %s with X-Forwarded-For %s is %s', async (peer, forwarded, address) => {
    expect((await seen(peer, forwarded))[0]).toBe(address)
  })

  test('believes nobody by default', async () => {
    expect((await seen('127.0.0.1', '203.0.113.9', ''))[0]).toBe('127.0.0.1')
  })

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ])('%s is counted as %s', async (peer, network) => {
    expect((await seen(peer, null))[1]).toBe(network)
  })

  test('a proxy that is no address is named', () => {
    expect(() => readProxies('10.0.0.0/8 nginx')).toThrow('nginx is not an address')
  })
})

describe('without an address of its own the server', () => {
  const ask = async (host: string, publicUrl: string | null = null, path = '/api/session') => {
    const app = new Hono()
    app.onError(answerError)
    app.use(ownHostOnly(publicUrl))
    app.get('*', (c) => c.json({}))
    return (await app.request(path, { headers: { host } })).status
  }

  test.each([
    ...['localhost:4600', 'LOCALHOST', 'salon.localhost', '127.0.0.1:4600', '192.168.1.5:4600', '[::1]:4600'],
    ...['comeback:4600', 'salon.local', 'salon.lan:4600', 'salon.internal.'],
  ])('is known as %s', async (host) => {
    expect(await ask(host)).toBe(200)
  })

  test.each([
    ...['evil.example', 'evil.example:4600', '127.0.0.1.evil.example', 'localhost.evil.example', 'a b', '[::1'],
    ...['local.evil.example', 'evillocal.example'],
  ])('refuses to be %s', async (host) => {
    expect(await ask(host)).toBe(421)
    expect(await ask(host, 'https://salon.example')).toBe(200)
    expect(await ask(host, null, '/healthz')).toBe(200)
  })
})
