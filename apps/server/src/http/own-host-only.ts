import { hostname } from 'node:os'
import type { MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import { AppError } from '../errors.ts'

/** Endings of names that only a network itself gives out: nobody on the internet can own one. */
const OF_THE_NETWORK = /(^|\.)(localhost|local|internal|lan|home\.arpa|test)$/

/** What the machines around the server ask, by whatever name. */
const PROBES = ['/healthz', '/readyz']

/**
 * Refuses requests for a name anybody on the internet could own while the server does not know its own
 * (`COMEBACK_URL`): a stranger's page could point such a name at this machine, and its script would then be of the same
 * site (DNS rebinding). With the name known, scripts of other names are refused by their origin.
 */
export function ownHostOnly(publicUrl: string | null): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')
    if (publicUrl === null && host !== undefined && !PROBES.includes(c.req.path) && !isLocal(host)) {
      throw new AppError('unknownHost', { value: host.slice(0, 255) })
    }
    await next()
  }
}

function isLocal(host: string): boolean {
  const name = nameOf(host)
  if (name === null) return false
  if (ipaddr.isValid(name)) return true
  return !name.includes('.') || OF_THE_NETWORK.test(name) || name === hostname().toLowerCase()
}

/** Without port, brackets and the dot of the root; `null` for what is no host. */
function nameOf(host: string): string | null {
  if (!URL.canParse(`http://${host}`)) return null
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}
