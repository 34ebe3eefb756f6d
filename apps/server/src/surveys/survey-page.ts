import type { Context } from 'hono'
import { html } from 'hono/html'
import { browserLanguage, type PageLanguage, showPage } from '../links/index.ts'
import { changeableUntil, LONGEST_COMMENT } from './answer-survey.ts'
import type { SentForm } from './survey-form.ts'
import { SURVEY_WORDS } from './survey-words.ts'
import type { SurveyAnswerRow } from './tables.ts'

/** What the page knows. */
export interface SurveyPage {
  salon: string
  timeZone: string
  /** `null`: nothing yet */
  answer: Pick<SurveyAnswerRow, 'score' | 'comment' | 'firstAnsweredAt'> | null
}

const LOCALES: Record<PageLanguage, string> = { uk: 'uk-UA', ru: 'ru-RU', en: 'en-GB' }
const SCORES = Array.from({ length: 11 }, (_, score) => score)

/** The question, with what was answered before; sent back with what was filled in when the score is missing. */
export function formPage(c: Context, { salon, timeZone, answer }: SurveyPage, sent: SentForm | null = null) {
  const language = browserLanguage(c)
  const words = SURVEY_WORDS[language]
  const chosen = sent ? sent.score : (answer?.score ?? null)
  const comment = sent?.comment ?? answer?.comment ?? ''
  const body = html`<h1 id="question">${words.question}</h1>
${answer ? html`<p class="soft" role="status">${words.again(untilWords(answer, language, timeZone))}</p>` : ''}
${sent ? html`<p class="bad" role="alert">${words.missing}</p>` : ''}
<form method="post">
<div class="scale" role="radiogroup" aria-labelledby="question">${SCORES.map(
    (score) =>
      html`<label><input type="radio" name="score" value="${score}" required${
        score === chosen ? ' checked' : ''
      }><span>${score}</span></label>`,
  )}</div>
<p class="soft ends"><span>${words.least}</span><span>${words.most}</span></p>
<label for="comment">${words.comment} <small>(${words.optional})</small></label>
<textarea id="comment" name="comment" maxlength="${LONGEST_COMMENT}">${comment}</textarea>
<div class="trap" aria-hidden="true"><label for="website">Website</label>
<input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button>${answer ? words.change : words.send}</button>
</form>`
  return showPage(c, { language, salon, title: words.title, body })
}

/** That the answer is kept, and until when another can take its place. */
export function thanksPage(c: Context, { salon, timeZone, answer }: SurveyPage) {
  const language = browserLanguage(c)
  const words = SURVEY_WORDS[language]
  const body = html`<h1>${words.thanksTitle}</h1><p class="good" role="status">${words.thanks}</p>
${
  answer
    ? html`<p>${words.yours(answer.score)}</p><p class="soft">${words.kept(untilWords(answer, language, timeZone))}</p>
<p><a href="">${words.back}</a></p>`
    : ''
}`
  return showPage(c, { language, salon, title: words.thanksTitle, body })
}

/** What was answered, when it cannot be changed any more. */
export function closedPage(c: Context, { salon, answer }: SurveyPage) {
  const language = browserLanguage(c)
  const words = SURVEY_WORDS[language]
  const body = html`<h1>${words.thanksTitle}</h1><p role="status">${words.closed}</p>
${answer ? html`<p class="good">${words.yours(answer.score)}</p><p class="contact">${answer.comment}</p>` : ''}`
  return showPage(c, { language, salon, title: words.title, body })
}

/** To whoever sends very many. */
export function tooOftenPage(c: Context, { salon }: SurveyPage) {
  const language = browserLanguage(c)
  const { tooOftenTitle: title, tooOften } = SURVEY_WORDS[language]
  return showPage(c, { language, salon, title, body: html`<h1>${title}</h1><p>${tooOften}</p>`, status: 429 })
}

/** Until when it can be changed, by the salon's clock. */
function untilWords(answer: NonNullable<SurveyPage['answer']>, language: PageLanguage, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone },
  })
  return format.format(changeableUntil(answer))
}
