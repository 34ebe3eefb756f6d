import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, readCursor } from '../http/paging.ts'
import { canPrepareCampaigns, canSeeCampaigns, canSendCampaigns } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { checkCampaign } from './check-campaign.ts'
import { campaignJson, countClients } from './describe-campaign.ts'
import { changeCampaign, findCampaign, listCampaigns, makeCampaign, removeCampaign } from './manage-campaigns.ts'
import { openChannels, usualChannels } from './open-channels.ts'
import {
  AgainAnswer,
  AgainBody,
  CampaignAnswer,
  CampaignChangeBody,
  CampaignParam,
  CampaignsAnswer,
  CheckAnswer,
  NewCampaignBody,
  VersionBody,
} from './schemas.ts'
import { approveCampaign, type Sending, sendCampaign } from './send-campaign.ts'
import { CampaignSettings, changeCampaignSettings, readCampaignSettings } from './settings.ts'
import type { CampaignDeps } from './start-campaigns.ts'
import { pauseCampaign, resumeCampaign, sendAgain, stopCampaign } from './steer-campaign.ts'
import type { Campaign } from './tables.ts'

const seeing = allow(canSeeCampaigns, 'winback')
const preparing = allow(canPrepareCampaigns, 'winback')
const sendingAllowed = allow(canSendCampaigns, 'winback')

const list = createRoute({
  method: 'get',
  path: '/campaigns',
  middleware: seeing,
  summary: 'Campaigns with how many are where, the newest first',
  request: { query: PageParams },
  responses: answers(CampaignsAnswer, 'A page of campaigns'),
})

const make = createRoute({
  method: 'post',
  path: '/campaigns',
  middleware: preparing,
  summary: 'Begin a campaign; nothing is sent yet',
  request: { body: jsonBody(NewCampaignBody) },
  responses: answers(CampaignAnswer, 'The campaign, a draft'),
})

const one = createRoute({
  method: 'get',
  path: '/campaigns/{id}',
  middleware: seeing,
  summary: 'A campaign, and how many of it are where',
  request: { params: CampaignParam },
  responses: answers(CampaignAnswer, 'The campaign'),
})

const change = createRoute({
  method: 'patch',
  path: '/campaigns/{id}',
  middleware: preparing,
  summary: 'Change a campaign that has not gone out; one that waits is a draft again',
  request: { params: CampaignParam, body: jsonBody(CampaignChangeBody) },
  responses: answers(CampaignAnswer, 'The campaign as it is now'),
})

const remove = createRoute({
  method: 'delete',
  path: '/campaigns/{id}',
  middleware: preparing,
  summary: 'Remove a campaign that has not gone out',
  request: { params: CampaignParam },
  responses: answers(z.object({ done: z.literal(true) }), 'Removed'),
})

const check = createRoute({
  method: 'get',
  path: '/campaigns/{id}/check',
  middleware: seeing,
  summary: 'What would happen if it went out now: whom it reaches, whom not and why, what it costs and could show',
  request: { params: CampaignParam },
  responses: answers(CheckAnswer, 'The check'),
})

const send = createRoute({
  method: 'post',
  path: '/campaigns/{id}/send',
  middleware: preparing,
  summary: 'Send it, at once or at its time, or ask for the yes it needs',
  request: { params: CampaignParam, body: jsonBody(VersionBody) },
  responses: answers(CampaignAnswer, 'The campaign: scheduled, or awaiting approval'),
})

const approve = createRoute({
  method: 'post',
  path: '/campaigns/{id}/approve',
  middleware: sendingAllowed,
  summary: 'Say yes to a campaign somebody else prepared: it goes out',
  request: { params: CampaignParam, body: jsonBody(VersionBody) },
  responses: answers(CampaignAnswer, 'The campaign, scheduled'),
})

const STEERING = {
  pause: 'Keep what has not left from leaving',
  resume: 'Have a paused campaign go on',
  stop: 'End it: who has not been written to will not be',
} as const

const steering = <Verb extends keyof typeof STEERING>(verb: Verb) =>
  createRoute({
    method: 'post',
    path: `/campaigns/{id}/${verb}`,
    middleware: sendingAllowed,
    summary: STEERING[verb],
    request: { params: CampaignParam },
    responses: answers(CampaignAnswer, 'The campaign as it is now'),
  })

const again = createRoute({
  method: 'post',
  path: '/campaigns/{id}/again',
  middleware: sendingAllowed,
  summary: 'Send again what failed, or what may not have arrived; nothing does that by itself',
  request: { params: CampaignParam, body: jsonBody(AgainBody) },
  responses: answers(AgainAnswer, 'How many are in line again'),
})

const settings = createRoute({
  method: 'get',
  path: '/campaign-settings',
  middleware: seeing,
  summary: 'What holds for all campaigns',
  responses: answers(CampaignSettings, 'The settings'),
})

const changeSettings = createRoute({
  method: 'put',
  path: '/campaign-settings',
  middleware: sendingAllowed,
  summary: 'Change what holds for all campaigns',
  request: { body: jsonBody(CampaignSettings) },
  responses: answers(CampaignSettings, 'The settings as they are now'),
})

/** Routes of writing, sending and steering campaigns. */
export function campaignRoutes({ campaigns: { ports, sending, push } }: CampaignDeps, cache: ColumnsCache) {
  const told = async (c: Context<Env>, campaign: Campaign) => {
    const counts = await countClients(c.var.scope, [campaign.id])
    return campaignJson(campaign, counts.get(campaign.id))
  }
  const checked = async (c: Context<Env>, id: string) => {
    const { scope, today } = c.var
    const campaign = await findCampaign(scope, id)
    return await checkCampaign(scope, ports, await cache.get(scope), campaign, { today, now: new Date() })
  }
  const sendingOf = async (c: Context<Env>, id: string, version: number): Promise<Sending> => {
    const { actor, who } = c.var
    return { actor, who, version, check: await checked(c, id), now: new Date(), push }
  }
  return routes()
    .openapi(list, async (c) => {
      const { limit } = c.req.valid('query')
      const found = await listCampaigns(c.var.scope, { before: readCursor(c, z.uuid()), limit: limit + 1 })
      const { rows, last } = cutPage(found, limit)
      const counts = await countClients(
        c.var.scope,
        rows.map(({ id }) => id),
      )
      const campaigns = rows.map((campaign) => campaignJson(campaign, counts.get(campaign.id)))
      return c.json({ campaigns, next: nextPage(c, last?.id ?? null) }, 200)
    })
    .openapi(make, async (c) => {
      const { name, plan } = c.req.valid('json')
      const channels = plan?.channels ?? usualChannels(await openChannels(c.var.scope, ports))
      const begun = { name, plan: { ...plan, channels } }
      return c.json(await told(c, await makeCampaign(c.var.scope, c.var.who, begun)), 200)
    })
    .openapi(one, async (c) => c.json(await told(c, await findCampaign(c.var.scope, c.req.valid('param').id)), 200))
    .openapi(change, async (c) => {
      const { version, ...asked } = c.req.valid('json')
      const { id } = c.req.valid('param')
      return c.json(await told(c, await changeCampaign(c.var.scope, c.var.who, id, version, asked)), 200)
    })
    .openapi(remove, async (c) => {
      await removeCampaign(c.var.scope, c.var.who, c.req.valid('param').id)
      return c.json({ done: true as const }, 200)
    })
    .openapi(check, async (c) => c.json(await checked(c, c.req.valid('param').id), 200))
    .openapi(send, async (c) => {
      const { id } = c.req.valid('param')
      const asked = await sendingOf(c, id, c.req.valid('json').version)
      return c.json(await told(c, await sendCampaign(c.var.scope, id, asked)), 200)
    })
    .openapi(approve, async (c) => {
      const { id } = c.req.valid('param')
      const asked = await sendingOf(c, id, c.req.valid('json').version)
      return c.json(await told(c, await approveCampaign(c.var.scope, id, asked)), 200)
    })
    .openapi(steering('pause'), async (c) => {
      return c.json(await told(c, await pauseCampaign(c.var.scope, c.var.who, c.req.valid('param').id)), 200)
    })
    .openapi(steering('resume'), async (c) => {
      return c.json(await told(c, await resumeCampaign(c.var.scope, sending, c.var.who, c.req.valid('param').id)), 200)
    })
    .openapi(steering('stop'), async (c) => {
      return c.json(await told(c, await stopCampaign(c.var.scope, c.var.who, c.req.valid('param').id)), 200)
    })
    .openapi(again, async (c) => {
      const { id } = c.req.valid('param')
      const done = await sendAgain(c.var.scope, sending, c.var.who, id, c.req.valid('json').state)
      return c.json({ campaign: await told(c, done.campaign), again: done.again }, 200)
    })
    .openapi(settings, async (c) => c.json(await readCampaignSettings(c.var.scope), 200))
    .openapi(changeSettings, async (c) => {
      return c.json(await changeCampaignSettings(c.var.scope, c.var.who, c.req.valid('json')), 200)
    })
}
