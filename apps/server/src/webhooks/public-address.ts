import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The address is one of the server's own network, where a receiver has no business to point us. */
export class PrivateAddress extends Error {}

/** Whether an IP address is one of the internet's: not loopback, private, link-local, shared, multicast or reserved. */
export function isPublic(address: string): boolean {
  // process() takes the IPv4 address out of ::ffff:10.0.0.1
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
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
