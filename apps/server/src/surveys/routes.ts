import { createRoute, z } from '@hono/zod-openapi'
import type { WorkspaceScope } from '../database/index.ts'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { cutPage, nextPage, readCursor } from '../http/paging.ts'
import { type Actor, canSeeContacts, canSeeSurveys } from '../permissions.ts'
import { type FoundAnswer, findAnswers, summariseAnswers } from './find-answers.ts'
import { AnswersParams, SurveyAnswersAnswer } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/survey-answers',
  middleware: allow(canSeeSurveys, 'winback'),
  summary: 'How likely clients are to recommend the salon, the latest answer first, and what they say together',
  request: { query: AnswersParams },
  responses: answers(SurveyAnswersAnswer, 'A page of answers'),
})

const Place = z.object({ at: z.iso.datetime(), id: z.uuid() })

/** A campaign by whose message an answer came. */
export interface NamedCampaign {
  id: string
  name: string
  automationId: string | null
}

export interface SurveyDeps {
  /** those of these campaigns there are, by id */
  campaignsNamed(scope: WorkspaceScope, ids: readonly string[]): Promise<ReadonlyMap<string, NamedCampaign>>
}

/** The route of what clients answered. */
export function surveyRoutes({ campaignsNamed }: SurveyDeps) {
  return routes().openapi(list, async (c) => {
    const { band = null, clientId = null, limit } = c.req.valid('query')
    const { scope, actor } = c.var
    const asked = { band, clientId, after: readCursor(c, Place), limit: limit + 1 }
    const { rows, last } = cutPage(await findAnswers(scope, asked), limit)
    const campaigns = await campaignsNamed(
      scope,
      rows.map(({ campaignId }) => campaignId),
    )
    const shown = rows.map((row) => answerJson(row, campaigns.get(row.campaignId) ?? null, actor))
    const next = nextPage(c, last && { at: last.at, id: last.id })
    return c.json({ ...(await summariseAnswers(scope)), answers: shown, next }, 200)
  })
}

/** A program without the scope for contacts learns the score, not who and in which words. */
function answerJson(
  { id, clientId, score, at, clientName, comment }: FoundAnswer,
  campaign: NamedCampaign | null,
  actor: Actor,
) {
  const seen = canSeeContacts(actor) ? { name: clientName, comment } : { name: '', comment: '' }
  return { id, clientId, ...seen, score, at, campaign }
}
