import { createRoute } from '@hono/zod-openapi'
import { campaignsNamed } from '../campaigns/index.ts'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canExportClients, canSeeContacts, canSeeSurveys } from '../permissions.ts'
import { AnswersParams, findAnswers } from '../surveys/index.ts'
import { download, FileParams } from './download.ts'
import { notePeople } from './note-export.ts'
import type { Sheet } from './write-file.ts'

/** A file holds them all, up to what a spreadsheet bears. */
const MOST = 100_000

const surveyAnswers = createRoute({
  method: 'get',
  path: '/exports/survey-answers',
  middleware: [allow(canSeeSurveys, 'winback'), allow(canExportClients, 'files')] as const,
  summary: 'What clients answered as a file: the last answer of each',
  request: { query: FileParams.extend(AnswersParams.pick({ band: true }).shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const COLUMNS: Sheet['columns'] = [
  { name: 'name', kind: 'text' },
  { name: 'score', kind: 'count' },
  { name: 'said', kind: 'text' },
  { name: 'at', kind: 'date' },
  { name: 'campaign', kind: 'text' },
]

/** The route that answers the survey's answers as a file. */
export function surveyExports() {
  return routes().openapi(surveyAnswers, async (c) => {
    const { band = null, format, lang } = c.req.valid('query')
    const { scope, actor, timeZone } = c.var
    const found = await findAnswers(scope, { band, clientId: null, after: null, limit: MOST })
    const campaigns = await campaignsNamed(
      scope,
      found.map(({ campaignId }) => campaignId),
    )
    const seen = canSeeContacts(actor)
    const rows = found.map(({ clientName, score, comment, at, campaignId }) => [
      ...(seen ? [clientName, score, comment] : ['', score, '']),
      Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
      campaigns.get(campaignId)?.name ?? '',
    ])
    await notePeople(c, found.length, { list: 'surveys', format })
    // there are no amounts
    const sheet = { columns: COLUMNS, rows, currency: 'EUR', language: lang }
    return await download(c, sheet, band ? `survey-answers-${band}` : 'survey-answers', format)
  })
}
