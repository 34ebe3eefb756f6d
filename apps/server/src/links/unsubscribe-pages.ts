import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { findConsents, recordConsent, standingConsent } from '../consent/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Env } from '../http/env.ts'
import { readWorkspace } from '../workspace/index.ts'
import { browserLanguage } from './browser-language.ts'
import type { LinkDeps } from './link-pages.ts'
import { openUnsubscribeLink } from './open-link.ts'
import { showPage } from './page-frame.ts'
import { tooManyPage, unknownPage } from './plain-pages.ts'
import type { RefusableChannel } from './tables.ts'
import { LINK_WORDS } from './words.ts'

const SMALL = 4096

interface Refusal {
  scope: WorkspaceScope
  clientId: number
  channel: RefusableChannel
}

/**
 * `/u/TOKEN`: asked for, it shows one button and does nothing, as programs open every address of a mail; sent, it
 * withdraws the client's consent to marketing by the channel, as mail programs do by RFC 8058 too, and offers the way
 * back.
 */
export function unsubscribePages(app: Hono<Env>, { store, guesses }: LinkDeps) {
  const pages = new Hono<Env>()
  const opened = async (c: Context): Promise<Refusal | Response> => {
    if (await guesses.tooMany(c)) return tooManyPage(c)
    const refusal = await openUnsubscribeLink(store, c.req.param('token') ?? '')
    if (refusal) return refusal
    await guesses.count(c)
    return unknownPage(c)
  }
  pages.get('/u/:token', async (c) => {
    const refusal = await opened(c)
    return refusal instanceof Response ? refusal : await askPage(c, refusal)
  })
  pages.post('/u/:token', bodyLimit({ maxSize: SMALL }), async (c) => {
    const refusal = await opened(c)
    if (refusal instanceof Response) return refusal
    const granted = (await c.req.parseBody()).again === 'yes'
    await write(refusal, granted)
    return granted ? await backPage(c, refusal) : await donePage(c, refusal)
  })
  app.route('/', pages)
}

/** The client says it themselves, the server only writes it down; said again it is no news. */
async function write({ scope, clientId, channel }: Refusal, granted: boolean) {
  const said = (await findConsents(scope, [clientId])).get(clientId) ?? []
  if (standingConsent(said, channel, 'marketing')?.granted === granted) return
  const entry = { channel, purpose: 'marketing', granted, source: 'clientLink' } as const
  await recordConsent(scope, { kind: 'system' }, clientId, entry)
}

async function askPage(c: Context, { scope, channel }: Refusal) {
  const { language, salon, words, by } = await told(c, scope, channel)
  const { title, text, button, reminders } = words
  const body = html`<h1>${title}</h1><p>${text(by)}</p><p class="soft">${reminders}</p>
<form method="post"><button>${button}</button></form>`
  return showPage(c, { language, salon, title, body })
}

async function donePage(c: Context, { scope, channel }: Refusal) {
  const { language, salon, words, by } = await told(c, scope, channel)
  const body = html`<h1>${words.doneTitle}</h1><p class="good">${words.done(by)}</p><p class="soft">${words.reminders}</p>
<form method="post"><input type="hidden" name="again" value="yes"><button class="quiet">${words.back}</button></form>`
  return showPage(c, { language, salon, title: words.doneTitle, body })
}

async function backPage(c: Context, { scope, channel }: Refusal) {
  const { language, salon, words, by } = await told(c, scope, channel)
  const body = html`<h1>${words.backTitle}</h1><p class="good">${words.backDone(by)}</p>
<form method="post"><button class="quiet">${words.button}</button></form>`
  return showPage(c, { language, salon, title: words.backTitle, body })
}

async function told(c: Context, scope: WorkspaceScope, channel: RefusableChannel) {
  const language = browserLanguage(c)
  const { refuse: words, channel: names } = LINK_WORDS[language]
  return { language, salon: (await readWorkspace(scope)).name, words, by: names[channel] }
}
