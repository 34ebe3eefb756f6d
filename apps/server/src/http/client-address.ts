import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import { log } from '../log/index.ts'
import type { Proxies } from '../proxies.ts'
import { isPublic } from './public-address.ts'

/** Bits of an IPv6 address that a provider gives to one household or server. */
const HOUSEHOLD_BITS = 64

/** What a request handled without a connection counts as. */
const HERE = '127.0.0.1'

/** Finds out where each request comes from, for {@link clientAddress} and {@link clientNetwork}. */
export function knowAddress(proxies: Proxies): MiddlewareHandler {
  let hasWarned = false
  return async (c, next) => {
    const peer = peerOf(c)
    const forwarded = c.req.header('x-forwarded-for')
    // from the internet anybody may send one; from the house it is likely a proxy somebody forgot to name
    if (forwarded !== undefined && !hasWarned && !isOf(peer, proxies) && !isPublic(peer)) {
      hasWarned = true
      log.warn('X-Forwarded-For is not believed: name the proxy in COMEBACK_PROXIES if it is yours', { address: peer })
    }
    c.set('address', addressOf(peer, forwarded, proxies))
    await next()
  }
}

/**
 * Where a request comes from: the other end of the connection, or what a proxy named in the settings saw there. Proxies add
 * theirs at the end of X-Forwarded-For: what stands before the first address that is none of theirs anybody could have
 * written.
 */
export function clientAddress(c: Context): string {
  return (c.get('address') as string | undefined) ?? peerOf(c)
}

/** What requests are counted by: an IPv4 address, or the /64 network of an IPv6 address, which one household has. */
export function clientNetwork(c: Context): string {
  const address = ipaddr.process(clientAddress(c))
  if (address.kind() === 'ipv4') return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${HOUSEHOLD_BITS}`)}/${HOUSEHOLD_BITS}`
}

/** The headers of a request with the one address that can be believed, for the sign-in library, which counts tries by it. */
export function believableHeaders(c: Context): Headers {
  const headers = new Headers(c.req.raw.headers)
  headers.set('x-forwarded-for', clientAddress(c))
  return headers
}

function peerOf(c: Context): string {
  const address = (c.env as HttpBindings | undefined)?.incoming?.socket.remoteAddress ?? HERE
  // with its zone, as fe80::1%eth0, it is no address any more
  return address.split('%')[0]!
}

function addressOf(peer: string, forwarded: string | undefined, proxies: Proxies): string {
  let address = peer
  for (const each of (forwarded ?? '').split(',').reverse()) {
    const before = each.trim()
    if (!isOf(address, proxies) || !ipaddr.isValid(before)) break
    address = before
  }
  return address
}

const isOf = (address: string, proxies: Proxies): boolean =>
  proxies.some(([network, bits]) => {
    const each = ipaddr.process(address)
    return each.kind() === network.kind() && each.match(network, bits)
  })
