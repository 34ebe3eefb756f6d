import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Store } from '../database/index.ts'
import type { Announce } from '../http/announce.ts'
import type { Env } from '../http/env.ts'
import { expiredPage, type Guesses, type OpenedLink, openLink, tooManyPage, unknownPage } from '../links/index.ts'
import { readWorkspace } from '../workspace/index.ts'
import { answerSurvey, changeableUntil, findAnswer } from './answer-survey.ts'
import { readForm } from './survey-form.ts'
import { closedPage, formPage, type SurveyPage, thanksPage, tooOftenPage } from './survey-page.ts'

export interface SurveyPageDeps {
  store: Store
  guesses: Guesses
  now: () => Date
  announce: Announce
}

/**
 * Answers by one link in an hour. Not by address, as strangers' requests are counted: who answers is known by the link, and
 * thousands of phones share an address of their provider just when a message has gone to all of them.
 */
const MOST = 10
const HOUR_SECONDS = 3600
const LARGEST = 16_384

/**
 * `/q/TOKEN`: how likely a client is to recommend the salon. Opened it only asks, as programs open every address of a
 * message; what is sent is kept, and can be changed for some days.
 */
export function surveyPages(app: Hono<Env>, { store, guesses, now, announce }: SurveyPageDeps) {
  const sent = new RateLimiterMemory({ points: MOST, duration: HOUR_SECONDS })
  const pages = new Hono<Env>()

  const opened = async (c: Context<Env>): Promise<OpenedLink | Response> => {
    if (await guesses.tooMany(c)) return tooManyPage(c)
    const link = await openLink(store, c.req.param('token') ?? '', now())
    if (link?.source.kind !== 'survey') {
      await guesses.count(c)
      return unknownPage(c)
    }
    return link.isExpired ? expiredPage(c, link.scope) : link
  }

  pages.get('/q/:token', async (c) => {
    const link = await opened(c)
    if (link instanceof Response) return link
    const page = await aboutPage(link)
    return isOver(page, now()) ? closedPage(c, page) : formPage(c, page)
  })
  pages.post('/q/:token', bodyLimit({ maxSize: LARGEST }), async (c) => {
    const link = await opened(c)
    if (link instanceof Response) return link
    const { score, comment, isFromProgram } = readForm(await c.req.parseBody())
    const page = await aboutPage(link)
    if (isOver(page, now())) return closedPage(c, page)
    if (score === null) return formPage(c, page, { score, comment, isFromProgram })
    // a program is told the same, so that it does not try another way
    if (isFromProgram) return thanksPage(c, { ...page, answer: null })
    const isAllowed = await sent.consume(link.token).then(
      () => true,
      () => false,
    )
    if (!isAllowed) return tooOftenPage(c, page)
    const isKept = await answerSurvey(link.scope, askedBy(link), { score, comment }, { now: now(), announce })
    const after = await aboutPage(link)
    return isKept ? thanksPage(c, after) : closedPage(c, after)
  })
  app.route('/', pages)
}

const askedBy = ({ clientId, source }: OpenedLink) => ({ clientId, campaignId: source.id })

const isOver = ({ answer }: SurveyPage, now: Date) => answer !== null && changeableUntil(answer) <= now

async function aboutPage(link: OpenedLink): Promise<SurveyPage> {
  const { name: salon, timeZone } = await readWorkspace(link.scope)
  return { salon, timeZone, answer: await findAnswer(link.scope, askedBy(link)) }
}
