import type { Context } from 'hono'
import { html } from 'hono/html'
import type { WorkspaceScope } from '../database/index.ts'
import { readWorkspace } from '../workspace/index.ts'
import { readBookingPage } from './booking-page.ts'
import { browserLanguage } from './browser-language.ts'
import { showPage } from './page-frame.ts'
import { LINK_WORDS } from './words.ts'

/** The one answer to every token that is none. */
export function unknownPage(c: Context) {
  const language = browserLanguage(c)
  const { title, text } = LINK_WORDS[language].unknown
  return showPage(c, { language, salon: '', title, body: html`<h1>${title}</h1><p>${text}</p>`, status: 404 })
}

/** The one answer to whoever tries many tokens. */
export function tooManyPage(c: Context) {
  const language = browserLanguage(c)
  const { title, text } = LINK_WORDS[language].tooMany
  c.header('retry-after', '600')
  return showPage(c, { language, salon: '', title, body: html`<h1>${title}</h1><p>${text}</p>`, status: 429 })
}

/** Says kindly that a link is too old, whose it was, and how to reach them. */
export async function expiredPage(c: Context, scope: WorkspaceScope) {
  const { name: salon } = await readWorkspace(scope)
  const { contact } = await readBookingPage(scope)
  const language = browserLanguage(c)
  const { title, text, reach, ask } = LINK_WORDS[language].expired
  const body = html`<h1>${title}</h1><p>${text}</p>${
    contact ? html`<p class="soft">${reach}</p><p class="contact">${contact}</p>` : html`<p>${ask}</p>`
  }`
  return showPage(c, { language, salon, title, body, status: 410 })
}
