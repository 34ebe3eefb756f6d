import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { countedBy, describePeople, planned } from '../campaigns/campaign-people.ts'
import { knownUntil } from '../campaigns/gather-audience.ts'
import type { CampaignDeps } from '../campaigns/index.ts'
import { previewFor, sendTest } from '../campaigns/preview.ts'
import type { Trace } from '../campaigns/results.ts'
import { onlyOf, onlyParams, PeopleAnswer, PreviewAnswer, TestAnswer, TestBody } from '../campaigns/schemas.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, readCursor } from '../http/paging.ts'
import { canPrepareCampaigns, canSeeCampaigns } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { searchFor } from '../reports/seen-by.ts'
import { peopleOfBacklog, peopleOfMonth } from './check-automation.ts'
import { describeRuns } from './describe-automation.ts'
import { findAutomation } from './manage-automations.ts'
import { automationResults, poolRuns, runsOver } from './results.ts'
import {
  AUTOMATION_CELLS,
  type AutomationCell,
  AutomationParam,
  AutomationPreviewParam,
  AutomationResultsAnswer,
} from './schemas.ts'
import type { Automation } from './tables.ts'

const seeing = allow(canSeeCampaigns, 'winback')
const preparing = allow(canPrepareCampaigns, 'winback')
const LATEST = 14

const people = createRoute({
  method: 'get',
  path: '/automations/{id}/people',
  middleware: seeing,
  summary: 'The people behind a number of an automation; `month` and `backlog`: whom it would write to',
  request: {
    params: AutomationParam,
    query: PageParams.extend({
      cell: z.enum(AUTOMATION_CELLS).default('month'),
      ...onlyParams,
      reason: z.string().max(40).optional().openapi({ example: 'noConsent' }),
      search: z.string().max(100).optional(),
      measured: z
        .enum(['true', 'false'])
        .default('false')
        .openapi({ description: 'Only those whose days are over, whom the effect counts' }),
    }),
  },
  responses: answers(PeopleAnswer, 'A page of people'),
})

const preview = createRoute({
  method: 'get',
  path: '/automations/{id}/preview/{clientId}',
  middleware: preparing,
  summary: 'What the fields of the text say for one client, and how they can be reached',
  request: { params: AutomationPreviewParam },
  responses: answers(PreviewAnswer, 'The values of the fields'),
})

const test = createRoute({
  method: 'post',
  path: '/automations/{id}/test',
  middleware: preparing,
  summary: 'Send the message to an address of one’s own',
  request: {
    params: AutomationParam,
    body: jsonBody(TestBody),
  },
  responses: answers(TestAnswer, 'What became of it'),
})

const results = createRoute({
  method: 'get',
  path: '/automations/{id}/results',
  middleware: seeing,
  summary: 'Who came after it, and how many because of it, over its runs of a year',
  request: { params: AutomationParam },
  responses: answers(AutomationResultsAnswer, 'The results'),
})

/** Routes of whom automations reach and what came of them. */
export function automationPeopleRoutes({ campaigns: { ports } }: CampaignDeps, cache: ColumnsCache) {
  const asker = async (c: Context<Env>) => {
    const { scope, today } = c.var
    return { scope, today, columns: await cache.get(scope), ports }
  }
  const tracesOf = async (
    asking: Awaited<ReturnType<typeof asker>>,
    automation: Automation,
    cell: AutomationCell,
    isMeasured: boolean,
  ): Promise<Trace[]> => {
    if (cell !== 'month' && cell !== 'backlog') {
      const { runs, traces } = await poolRuns(asking, ports, automation)
      const over = runsOver(runs, knownUntil(asking.columns, asking.today))
      return isMeasured ? traces.filter(({ campaignId }) => over.has(campaignId)) : traces
    }
    const ids = await (cell === 'month' ? peopleOfMonth : peopleOfBacklog)(asking, automation)
    return ids.map((clientId) => planned(automation.id, clientId))
  }
  return routes()
    .openapi(people, async (c) => {
      const { limit, cell, reason, search, measured, ...query } = c.req.valid('query')
      const asking = await asker(c)
      const automation = await findAutomation(c.var.scope, c.req.valid('param').id)
      const asked = { only: onlyOf(query), reason: reason ?? null, search: searchFor(c.var.actor, search) ?? null }
      const counted = cell === 'month' || cell === 'backlog' ? 'contacted' : cell
      const traces = await tracesOf(asking, automation, cell, measured === 'true')
      const found = await countedBy(c.var.scope, traces, { cell: counted, ...asked })
      const after = readCursor(c, z.number().int()) ?? 0
      const { rows, last } = cutPage(found.filter(({ clientId }) => clientId > after).slice(0, limit + 1), limit)
      const told = await describePeople(asking, ports, automation, c.var.actor, rows)
      return c.json({ total: found.length, people: told, next: nextPage(c, last?.clientId ?? null) }, 200)
    })
    .openapi(preview, async (c) => {
      const { id, clientId } = c.req.valid('param')
      const automation = await findAutomation(c.var.scope, id)
      return c.json(await previewFor(await asker(c), ports, automation, clientId, c.var.actor), 200)
    })
    .openapi(test, async (c) => {
      const automation = await findAutomation(c.var.scope, c.req.valid('param').id)
      const { who, actor } = c.var
      const by = { who, actor, action: 'automation.tested' as const }
      return c.json(await sendTest(await asker(c), ports, automation, c.req.valid('json'), by), 200)
    })
    .openapi(results, async (c) => {
      const asking = await asker(c)
      const automation = await findAutomation(c.var.scope, c.req.valid('param').id)
      const pooled = await poolRuns(asking, ports, automation)
      const latest = await describeRuns(c.var.scope, pooled.runs.slice(-LATEST).reverse())
      return c.json({ ...(await automationResults(asking, pooled)), latest }, 200)
    })
}
