import type { Context } from 'hono'
import { isbot } from 'isbot'

/** Headers by which browsers and messengers say that they fetch ahead of a person, or for a picture of the page. */
const AHEAD = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz']

/**
 * Whether a person opens the address: not a messenger drawing a preview, a search engine or a mail scanner, and not a
 * browser that fetches what may be opened later. Who does not say what they are is no person.
 */
export function isPerson({ req }: Context): boolean {
  const ahead = AHEAD.some((name) => /prefetch|prerender|preview/i.test(req.header(name) ?? ''))
  const agent = req.header('user-agent') ?? ''
  return req.method === 'GET' && !ahead && agent !== '' && !isbot(agent)
}
