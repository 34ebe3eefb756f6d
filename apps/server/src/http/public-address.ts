import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The address is one of the server's own network, where a receiver has no business to point us. */
export class PrivateAddress extends Error {}

/** What the library takes for the internet's: 127.0.0.1 as ::127.0.0.1 (RFC 4291), local NAT64 (RFC 8215), site-local (RFC 3879). */
const HOUSE_NETWORKS = ['::/96', '64:ff9b:1::/48', 'fec0::/10'].map((network) => ipaddr.parseCIDR(network))

/** Whether an IP address is one of the internet's: not loopback, private, link-local, shared, multicast or reserved. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // process() takes the IPv4 address out of ::ffff:10.0.0.1
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || !HOUSE_NETWORKS.some((network) => parsed.match(network))
}

/** Whether the host of an address needs no look-up to be known as our own. */
export function isPrivateHost(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) ? !isPublic(host) : /(^|\.)localhost\.?$/i.test(host)
}

/**
 * Looks names up for one connection and fails with {@link PrivateAddress} unless every address is public: what was
 * checked is what is connected to, whatever the name says a moment later.
 */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const first = addresses[0]
    if (!first || addresses.some(({ address }) => !isPublic(address))) return done(new PrivateAddress(hostname), '')
    if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}
