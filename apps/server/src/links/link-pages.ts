import type { Hono } from 'hono'
import type { Store } from '../database/index.ts'
import type { Env } from '../http/env.ts'
import { destinationOf } from './destination.ts'
import type { Guesses } from './guesses.ts'
import { isPerson } from './is-person.ts'
import { countClick, openLink } from './open-link.ts'
import { expiredPage, tooManyPage, unknownPage } from './plain-pages.ts'

export interface LinkDeps {
  store: Store
  guesses: Guesses
  now: () => Date
}

/**
 * `/l/TOKEN`: sends whoever opens a link to where it leads, and counts people. Nothing is told to the place they come to
 * about the place they come from, and no cookie is set.
 */
export function linkPages(app: Hono<Env>, { store, guesses, now }: LinkDeps) {
  app.get('/l/:token', async (c) => {
    if (await guesses.tooMany(c)) return tooManyPage(c)
    const link = await openLink(store, c.req.param('token'), now())
    if (!link) {
      await guesses.count(c)
      return unknownPage(c)
    }
    if (link.isExpired) return expiredPage(c, link.scope)
    if (isPerson(c)) await countClick(link, now())
    c.header('cache-control', 'no-store')
    c.header('x-robots-tag', 'noindex, nofollow')
    return c.redirect(await destinationOf(link), 302)
  })
}
