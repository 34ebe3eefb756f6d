import ipaddr from 'ipaddr.js'

/** Networks of proxies whose X-Forwarded-For is believed. */
export type Proxies = [ipaddr.IPv4 | ipaddr.IPv6, number][]

/** Reads `127.0.0.1 10.0.0.0/8`, parted by spaces or commas. Throws naming what is no address. */
export function readProxies(text: string): Proxies {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((each) => {
      if (ipaddr.isValidCIDR(each)) return ipaddr.parseCIDR(each)
      if (!ipaddr.isValid(each)) throw new Error(`COMEBACK_PROXIES: ${each} is not an address such as 10.0.0.0/8`)
      const address = ipaddr.process(each)
      return [address, address.kind() === 'ipv4' ? 32 : 128]
    })
}
