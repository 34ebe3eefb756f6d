import type { Context } from 'hono'
import { html } from 'hono/html'
import { browserLanguage, newToken, type PageLanguage, showPage } from '../links/index.ts'
import type { Offered } from './offered.ts'
import { daysOffered, type SentForm } from './request-form.ts'
import { REQUEST_WORDS } from './request-words.ts'
import { PARTS_OF_DAY } from './tables.ts'

/** What the page knows of the salon and of who opened it. */
export interface RequestPage {
  salon: string
  /** '' for ours */
  opening: string
  contact: string
  /** of the client with a link; `null` for anybody, who is asked for name and phone */
  firstName: string | null
  offered: Offered
  today: string
}

type Trouble = 'phoneWrong' | 'nameMissing'

const LOCALES: Record<PageLanguage, string> = { uk: 'uk-UA', ru: 'ru-RU', en: 'en-GB' }

/** The form; sent back with what was filled in when something is missing. */
export function formPage(c: Context, page: RequestPage, sent: SentForm | null = null, trouble: Trouble | null = null) {
  const language = browserLanguage(c)
  const words = REQUEST_WORDS[language]
  const { salon, opening, firstName, offered, today } = page
  const { wish } = sent ?? { wish: null }
  const body = html`<h1>${firstName ? words.hello(firstName) : words.title}</h1>
<p>${opening || words.opening}</p>
${trouble ? html`<p class="bad" role="alert">${words[trouble]}</p>` : ''}
<form method="post">
<input type="hidden" name="key" value="${sent?.key ?? newToken()}">
${
  firstName === null
    ? html`<label for="name">${words.name}</label>
<input id="name" name="name" autocomplete="name" maxlength="80" required value="${sent?.name ?? ''}">
<label for="phone">${words.phone}</label>
<input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" required value="${sent?.phone ?? ''}">`
    : ''
}
${choice('service', words.service, [['', words.anyService], ...same(offered.services)], wish?.service)}
${choice('staff', words.staff, [['', words.anyStaff], ...same(offered.staff)], wish?.staff)}
<div class="two"><div>${choice('day', words.day, [['', words.anyDay], ...daysIn(language, today)], wish?.day)}</div>
<div>${choice(
    'part',
    words.part,
    PARTS_OF_DAY.map((part) => [part, words.parts[part]]),
    wish?.part,
  )}</div></div>
<label for="comment">${words.comment} <small>(${words.optional})</small></label>
<textarea id="comment" name="comment" maxlength="500">${wish?.comment ?? ''}</textarea>
<div class="trap" aria-hidden="true"><label for="website">Website</label>
<input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button>${words.send}</button>
</form>`
  return showPage(c, { language, salon, title: words.title, body })
}

/** That the request came, also for whoever sends the same again. */
export function thanksPage(c: Context, { salon, contact }: Pick<RequestPage, 'salon' | 'contact'>) {
  const language = browserLanguage(c)
  const words = REQUEST_WORDS[language]
  const body = html`<h1>${words.sentTitle}</h1><p class="good" role="status">${words.sent}</p>${reach(language, contact)}`
  return showPage(c, { language, salon, title: words.sentTitle, body })
}

/** That the page is closed, or that somebody sends too much: either way how to reach the salon. */
export function turnedAwayPage(
  c: Context,
  { salon, contact }: Pick<RequestPage, 'salon' | 'contact'>,
  why: 'closed' | 'tooOften' | 'full',
) {
  const language = browserLanguage(c)
  const words = REQUEST_WORDS[language]
  const body = html`<h1>${words.closedTitle}</h1><p>${words[why]}</p>${reach(language, contact)}`
  return showPage(c, { language, salon, title: words.closedTitle, body, status: why === 'closed' ? 410 : 429 })
}

function reach(language: PageLanguage, contact: string) {
  if (contact === '') return ''
  return html`<p class="soft">${REQUEST_WORDS[language].reach}</p><p class="contact">${contact}</p>`
}

type Option = readonly [value: string, label: string]

const same = (names: string[]): Option[] => names.map((name) => [name, name])

function choice(name: string, label: string, options: readonly Option[], chosen = '') {
  return html`<label for="${name}">${label}</label>
<select id="${name}" name="${name}">${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? ' selected' : ''}>${text}</option>`,
  )}</select>`
}

function daysIn(language: PageLanguage, today: string): Option[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' },
  })
  return daysOffered(today).map((day) => [day, format.format(new Date(`${day}T00:00:00Z`))])
}
