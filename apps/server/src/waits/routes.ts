import { createRoute, z } from '@hono/zod-openapi'
import { type Doors, isOperator } from '../accounts/index.ts'
import type { CampaignDeps } from '../campaigns/index.ts'
import { openScope, type WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { SENDING_CHANNELS } from '../messages/index.ts'
import { canSayGo } from '../permissions.ts'
import type { WebhookDeps } from '../webhooks/index.ts'
import { sayGo, WAITS, waitingWorkspaces } from '../workspace/index.ts'

const Done = z.object({ done: z.literal(true) }).openapi('GoAnswer')

const go = createRoute({
  method: 'post',
  path: '/workspace/go',
  middleware: allow(canSayGo),
  summary: 'Let a restored copy send to clients, or confirm the date after the clock has jumped',
  request: { body: jsonBody(z.object({ for: z.enum(WAITS) }).openapi('GoBody')) },
  responses: answers(Done, 'It acts again'),
})

const goEverywhere = createRoute({
  method: 'post',
  path: '/operator/go',
  summary: 'For the command line: let every workspace act that waits for a person',
  responses: answers(z.object({ workspaces: z.int() }).openapi('GoEverywhereAnswer'), 'How many waited'),
})

type Deps = Pick<CampaignDeps, 'campaigns'> & Pick<WebhookDeps, 'webhookQueues'>

/** Gives what waited its push. */
async function wake(scope: WorkspaceScope, { campaigns, webhookQueues }: Deps) {
  await campaigns.sending.push(scope, SENDING_CHANNELS)
  await campaigns.push(scope, new Date())
  await webhookQueues.send(scope, 'deliver', 0)
}

/** Where an owner says go. */
export function waitRoutes(deps: Deps) {
  return routes().openapi(go, async (c) => {
    const { scope, who } = c.var
    await sayGo(scope, who, c.req.valid('json').for)
    await wake(scope, deps)
    return c.json({ done: true as const }, 200)
  })
}

/** Where the operator says go for every workspace. */
export function operatorGoRoutes(doors: Doors, deps: Deps) {
  return routes().openapi(goEverywhere, async (c) => {
    if (!isOperator(doors, c.req.raw.headers)) throw new AppError('notSignedIn')
    const waiting = await waitingWorkspaces(doors.store.db)
    for (const { id } of waiting) {
      const scope = openScope(doors.store, id)
      for (const wait of WAITS) await sayGo(scope, { kind: 'commandLine' }, wait)
      await wake(scope, deps)
    }
    return c.json({ workspaces: waiting.length }, 200)
  })
}
