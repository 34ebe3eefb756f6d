import { formatDay } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { chooseWorkspace, type Doors, identify } from '../accounts/index.ts'
import { CampaignParam } from '../campaigns/index.ts'
import { AppError } from '../errors.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canChangeSettings, canSeeCampaigns } from '../permissions.ts'
import { knownEffect } from './known-effect.ts'
import { letDaysPass, type PassDeps } from './let-days-pass.ts'
import { openPractice } from './open-practice.ts'

const LONGEST_DAYS = 56

const open = createRoute({
  method: 'post',
  path: '/session/practice',
  summary:
    'Look at a practice salon of one’s own, made on first use: a copy of the demo in which everything may be tried',
  responses: answers(z.object({ workspaceId: z.uuid() }).openapi('PracticeAnswer'), 'The workspace looked at now'),
})

const play = createRoute({
  method: 'post',
  path: '/practice/days',
  middleware: allow(canChangeSettings),
  summary: 'Let days of a practice salon go by: its clients come, and messages have their effect',
  request: {
    body: jsonBody(z.object({ days: z.number().int().min(1).max(LONGEST_DAYS) }).openapi('PracticeDaysBody')),
  },
  responses: answers(
    z
      .object({
        today: z.iso.date().openapi({ description: 'The day it is now' }),
        visits: z.int().openapi({ description: 'Visits of these days' }),
        becauseOfMessages: z
          .int()
          .openapi({ description: 'Of them, those a message brought: known here, never in life' }),
      })
      .openapi('PracticeDaysAnswer'),
    'What happened',
  ),
})

const effect = createRoute({
  method: 'get',
  path: '/campaigns/{id}/known-effect',
  middleware: allow(canSeeCampaigns, 'winback'),
  summary: 'What a campaign in a practice salon truly brought, which no real salon can know',
  request: { params: CampaignParam },
  responses: answers(
    z
      .object({ because: z.int().openapi({ description: 'Clients who came and would not have without the message' }) })
      .openapi('PracticeEffect'),
    'So far',
  ),
})

/** Making and entering the practice salon; for whoever is signed in, whichever workspace they look at. */
export function practiceEntrance(doors: Doors) {
  return routes().openapi(open, async (c) => {
    const { user } = await identify(doors, c.req.raw.headers)
    if (!user) throw new AppError('notSignedIn')
    const workspaceId = await openPractice(doors.store, user.id)
    await chooseWorkspace(doors.store, user.sessionId, workspaceId)
    return c.json({ workspaceId }, 200)
  })
}

export function practiceRoutes(deps: PassDeps) {
  return routes()
    .openapi(play, async (c) => {
      const played = await letDaysPass(c.var.scope, deps, c.req.valid('json').days)
      return c.json({ ...played, today: formatDay(played.today) }, 200)
    })
    .openapi(effect, async (c) => c.json(await knownEffect(c.var.scope, deps, c.req.valid('param').id), 200))
}
