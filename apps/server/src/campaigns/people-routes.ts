import { formatDay } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, readCursor } from '../http/paging.ts'
import { canPrepareCampaigns, canSeeCampaigns } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { searchFor } from '../reports/seen-by.ts'
import { allResults } from './all-results.ts'
import { describePeople, peopleOf } from './campaign-people.ts'
import { findCampaign } from './manage-campaigns.ts'
import { previewFor, sendTest } from './preview.ts'
import { campaignResults, traceClients } from './results.ts'
import {
  AllResultsAnswer,
  CampaignParam,
  CELLS,
  onlyOf,
  onlyParams,
  PeopleAnswer,
  PreviewAnswer,
  PreviewParam,
  ResultsAnswer,
  TestAnswer,
  TestBody,
} from './schemas.ts'
import type { CampaignDeps } from './start-campaigns.ts'
import type { Campaign } from './tables.ts'

const seeing = allow(canSeeCampaigns, 'winback')
const preparing = allow(canPrepareCampaigns, 'winback')

const people = createRoute({
  method: 'get',
  path: '/campaigns/{id}/people',
  middleware: seeing,
  summary: 'The people behind a number of a campaign; before it goes out, as it would be now',
  request: {
    params: CampaignParam,
    query: PageParams.extend({
      cell: z.enum(CELLS).default('audience'),
      ...onlyParams,
      reason: z.string().max(40).optional().openapi({ example: 'noConsent' }),
      search: z.string().max(100).optional(),
    }),
  },
  responses: answers(PeopleAnswer, 'A page of people'),
})

const preview = createRoute({
  method: 'get',
  path: '/campaigns/{id}/preview/{clientId}',
  middleware: preparing,
  summary: 'What the fields of the text say for one client, and how they can be reached',
  request: { params: PreviewParam },
  responses: answers(PreviewAnswer, 'The values of the fields'),
})

const test = createRoute({
  method: 'post',
  path: '/campaigns/{id}/test',
  middleware: preparing,
  summary: 'Send the message to an address of one’s own',
  request: {
    params: CampaignParam,
    body: jsonBody(TestBody),
  },
  responses: answers(TestAnswer, 'What became of it'),
})

const results = createRoute({
  method: 'get',
  path: '/campaigns/{id}/results',
  middleware: seeing,
  summary: 'Who came after it, and how many because of it, against those held out',
  request: { params: CampaignParam },
  responses: answers(ResultsAnswer, 'The results'),
})

const overall = createRoute({
  method: 'get',
  path: '/campaign-results',
  middleware: seeing,
  summary: 'Results of all campaigns, and what they changed together',
  responses: answers(AllResultsAnswer, 'The results'),
})

/** Routes of whom campaigns reach and what came of them. */
export function campaignPeopleRoutes({ campaigns: { ports } }: CampaignDeps, cache: ColumnsCache) {
  const asker = async (c: Context<Env>) => {
    const { scope, today } = c.var
    return { scope, today, columns: await cache.get(scope) }
  }
  return routes()
    .openapi(people, async (c) => {
      const { limit, cell, reason, search, ...query } = c.req.valid('query')
      const asking = await asker(c)
      const campaign = await findCampaign(c.var.scope, c.req.valid('param').id)
      const looked = searchFor(c.var.actor, search) ?? null
      const found = await peopleOf(asking, ports, campaign, {
        ...{ cell, only: onlyOf(query) },
        ...{ reason: reason ?? null, search: looked },
      })
      const after = readCursor(c, z.number().int()) ?? 0
      const { rows, last } = cutPage(found.filter(({ clientId }) => clientId > after).slice(0, limit + 1), limit)
      const told = await describePeople(asking, ports, campaign, c.var.actor, rows)
      return c.json({ total: found.length, people: told, next: nextPage(c, last?.clientId ?? null) }, 200)
    })
    .openapi(preview, async (c) => {
      const { id, clientId } = c.req.valid('param')
      const campaign = await findCampaign(c.var.scope, id)
      return c.json(await previewFor(await asker(c), ports, campaign, clientId, c.var.actor), 200)
    })
    .openapi(test, async (c) => {
      const campaign = await findCampaign(c.var.scope, c.req.valid('param').id)
      return c.json(await sendTest(await asker(c), ports, campaign, c.req.valid('json'), c.var), 200)
    })
    .openapi(results, async (c) => {
      const campaign = launched(await findCampaign(c.var.scope, c.req.valid('param').id))
      const { scope, columns, today } = await asker(c)
      const traces = await traceClients(scope, ports, columns, [campaign], today)
      const found = await campaignResults(scope, campaign, traces, columns, today)
      const days = { closesOn: formatDay(found.closesOn), knownUntil: formatDay(found.knownUntil) }
      return c.json({ ...found, ...days }, 200)
    })
    .openapi(overall, async (c) => c.json(await allResults(await asker(c), ports), 200))
}

function launched(campaign: Campaign): Campaign {
  if (!campaign.launchedOn) throw new AppError('campaignWrongState', { value: campaign.state })
  return campaign
}
