import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CampaignDeps } from '../campaigns/index.ts'
import { openChannels, usualChannels } from '../campaigns/open-channels.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { log } from '../log/index.ts'
import { canPrepareCampaigns, canSeeCampaigns, canSendCampaigns } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { checkAutomation, forecastOf } from './check-automation.ts'
import { describeAutomations } from './describe-automation.ts'
import { changeAutomation, findAutomation, listAutomations, makeAutomation } from './manage-automations.ts'
import { runAutomation } from './run-automation.ts'
import {
  AutomationAnswer,
  AutomationChangeBody,
  AutomationCheckAnswer,
  AutomationParam,
  AutomationsAnswer,
  ForecastAnswer,
  ForecastQuery,
  NewAutomationBody,
  TurnOnBody,
} from './schemas.ts'
import type { Automation } from './tables.ts'
import { USUAL_TRIGGERS } from './trigger.ts'
import { removeAutomation, turnOff, turnOn } from './turn-on.ts'

const seeing = allow(canSeeCampaigns, 'winback')
const preparing = allow(canPrepareCampaigns, 'winback')
const sendingAllowed = allow(canSendCampaigns, 'winback')

const list = createRoute({
  method: 'get',
  path: '/automations',
  middleware: seeing,
  summary: 'The automations: what is written by itself when something happens with a client',
  responses: answers(AutomationsAnswer, 'All of them, the oldest first'),
})

const make = createRoute({
  method: 'post',
  path: '/automations',
  middleware: preparing,
  summary: 'Make an automation; it is off',
  request: { body: jsonBody(NewAutomationBody) },
  responses: answers(AutomationAnswer, 'The automation'),
})

const forecast = createRoute({
  method: 'get',
  path: '/automation-forecast',
  middleware: seeing,
  summary: 'How many people a week an automation of a kind would write to, before there is one',
  request: { query: ForecastQuery },
  responses: answers(ForecastAnswer, 'The forecast'),
})

const one = createRoute({
  method: 'get',
  path: '/automations/{id}',
  middleware: seeing,
  summary: 'An automation',
  request: { params: AutomationParam },
  responses: answers(AutomationAnswer, 'The automation'),
})

const change = createRoute({
  method: 'patch',
  path: '/automations/{id}',
  middleware: preparing,
  summary: 'Change an automation that is off',
  request: { params: AutomationParam, body: jsonBody(AutomationChangeBody) },
  responses: answers(AutomationAnswer, 'The automation as it is now'),
})

const remove = createRoute({
  method: 'delete',
  path: '/automations/{id}',
  middleware: sendingAllowed,
  summary: 'Remove an automation; what it wrote and brought is kept',
  request: { params: AutomationParam },
  responses: answers(z.object({ done: z.literal(true) }), 'Removed'),
})

const check = createRoute({
  method: 'get',
  path: '/automations/{id}/check',
  middleware: seeing,
  summary: 'What it would do: how many it would write to, in a month and at once, and what keeps it from being on',
  request: { params: AutomationParam },
  responses: answers(AutomationCheckAnswer, 'The check'),
})

const on = createRoute({
  method: 'post',
  path: '/automations/{id}/on',
  middleware: sendingAllowed,
  summary: 'Switch it on: what happens from today on is written of',
  request: { params: AutomationParam, body: jsonBody(TurnOnBody) },
  responses: answers(AutomationAnswer, 'The automation, on'),
})

const off = createRoute({
  method: 'post',
  path: '/automations/{id}/off',
  middleware: sendingAllowed,
  summary: 'Switch it off: what is in line does not leave',
  request: { params: AutomationParam },
  responses: answers(AutomationAnswer, 'The automation, off'),
})

/** Routes of making and switching automations. */
export function automationRoutes({ campaigns: { ports, sending } }: CampaignDeps, cache: ColumnsCache) {
  const told = async (c: Context<Env>, automation: Automation) =>
    (await describeAutomations(c.var.scope, [automation]))[0]!
  const look = async (c: Context<Env>) => {
    const { scope, today } = c.var
    return { scope, ports, today, columns: await cache.get(scope) }
  }
  return routes()
    .openapi(list, async (c) => {
      const found = await listAutomations(c.var.scope)
      return c.json({ automations: await describeAutomations(c.var.scope, found) }, 200)
    })
    .openapi(make, async (c) => {
      const asked = c.req.valid('json')
      const channels = asked.plan?.channels ?? usualChannels(await openChannels(c.var.scope, ports))
      const made = await makeAutomation(c.var.scope, c.var.who, { ...asked, plan: { ...asked.plan, channels } })
      return c.json(await told(c, made), 200)
    })
    .openapi(forecast, async (c) => {
      return c.json(await forecastOf(await look(c), USUAL_TRIGGERS[c.req.valid('query').kind]), 200)
    })
    .openapi(one, async (c) => c.json(await told(c, await findAutomation(c.var.scope, c.req.valid('param').id)), 200))
    .openapi(change, async (c) => {
      const { version, ...asked } = c.req.valid('json')
      const { id } = c.req.valid('param')
      return c.json(await told(c, await changeAutomation(c.var.scope, c.var.who, id, version, asked)), 200)
    })
    .openapi(remove, async (c) => {
      await removeAutomation(c.var.scope, c.var.who, c.req.valid('param').id)
      return c.json({ done: true as const }, 200)
    })
    .openapi(check, async (c) => {
      const automation = await findAutomation(c.var.scope, c.req.valid('param').id)
      return c.json(await checkAutomation(await look(c), automation), 200)
    })
    .openapi(on, async (c) => {
      const { scope, actor, who } = c.var
      const { id } = c.req.valid('param')
      const { version, backlog } = c.req.valid('json')
      const now = new Date()
      const checked = await checkAutomation(await look(c), await findAutomation(scope, id))
      const turned = await turnOn(scope, id, { actor, who, version, backlog, check: checked, now })
      // it is on whatever comes of this; what fails now is tried again soon
      await runAutomation(scope, { ports, cache, sending }, id, now).catch((error: unknown) => {
        log.error('an automation could not run at once', { automation: id }, error)
      })
      return c.json(await told(c, turned), 200)
    })
    .openapi(off, async (c) => {
      return c.json(await told(c, await turnOff(c.var.scope, c.var.who, c.req.valid('param').id)), 200)
    })
}
