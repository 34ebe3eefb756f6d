import { findContacts } from '../book/index.ts'
import { readBookingPage } from './booking-page.ts'
import type { OpenedLink } from './open-link.ts'

/**
 * The address a link leads to: the one it was made with, and the marks by which the booking system tells where its
 * visitors are from; marks the address has stay. The client's phone is in it only where the salon has said so. The
 * hosted pages have the token of the link.
 */
export async function destinationOf({ scope, token, clientId, source, url }: OpenedLink): Promise<string> {
  if (url === null) return source.kind === 'survey' ? `/q/${token}` : `/r/${token}`
  const { utmSource, utmMedium, phoneParameter } = await readBookingPage(scope)
  const address = new URL(url)
  const add = (name: string, value: string) => {
    if (value !== '' && !address.searchParams.has(name)) address.searchParams.set(name, value)
  }
  add('utm_source', utmSource)
  add('utm_medium', utmMedium)
  if (utmSource !== '') add('utm_campaign', `${source.kind}-${source.id.slice(-8)}`)
  if (phoneParameter !== null) add(phoneParameter, (await findContacts(scope, [clientId])).get(clientId)?.phone ?? '')
  return address.href
}
