import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { PutCallsAnswer, PutCallsBody } from '../calls/index.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { canSeeCalls, canWorkCalls } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { callInstead, callsInstead, UNREACHED } from './call-instead.ts'
import { findCampaign } from './manage-campaigns.ts'
import { CampaignParam } from './schemas.ts'
import type { CampaignDeps } from './start-campaigns.ts'

const count = z.number().int()

const look = createRoute({
  method: 'get',
  path: '/campaigns/{id}/calls',
  middleware: allow(canSeeCalls, 'winback'),
  summary: 'How many of the audience no message reaches and could be called instead, and why',
  request: { params: CampaignParam },
  responses: answers(
    z
      .object({
        people: count.openapi({ description: 'Can be put on the call list' }),
        why: z.partialRecord(z.enum(UNREACHED), count),
        called: count.openapi({ description: 'Are on the list, or were called for it before' }),
        not: count.openapi({ description: 'Have no phone, or do not want calls' }),
      })
      .openapi('CampaignCalls'),
    'The counts',
  ),
})

const put = createRoute({
  method: 'post',
  path: '/campaigns/{id}/calls',
  middleware: allow(canWorkCalls, 'winback'),
  summary: 'Put those whom no message reaches on the call list, once each, with the bonuses of the campaign',
  request: {
    params: CampaignParam,
    body: jsonBody(PutCallsBody.omit({ clientIds: true }).openapi('CampaignCallsBody')),
  },
  responses: answers(PutCallsAnswer, 'How many were put there'),
})

/** Routes of calling those whom a campaign cannot write to. */
export function campaignCallRoutes({ campaigns: { ports } }: CampaignDeps, cache: ColumnsCache) {
  const asker = async (c: Context<Env>) => {
    const { scope, today } = c.var
    return { scope, today, columns: await cache.get(scope) }
  }
  return routes()
    .openapi(look, async (c) => {
      const campaign = await findCampaign(c.var.scope, c.req.valid('param').id)
      const { clientIds, ...counts } = await callsInstead(await asker(c), ports, campaign)
      return c.json({ people: clientIds.length, ...counts }, 200)
    })
    .openapi(put, async (c) => {
      const campaign = await findCampaign(c.var.scope, c.req.valid('param').id)
      const asked = { ...c.req.valid('json'), who: c.var.who }
      return c.json(await callInstead(await asker(c), ports, campaign, asked), 200)
    })
}
