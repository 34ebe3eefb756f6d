import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canChangeSettings } from '../permissions.ts'
import { changeWorkspace, WorkspaceChange } from './change-workspace.ts'
import { Settings } from './settings.ts'

const Facts = z.object({ name: z.string(), currency: z.string(), timeZone: z.string(), settings: Settings })

const change = createRoute({
  method: 'patch',
  path: '/workspace',
  middleware: allow(canChangeSettings),
  summary: 'Rename the workspace, change its currency, time zone or settings',
  request: { body: jsonBody(WorkspaceChange) },
  responses: answers(Facts, 'They as they are now'),
})

/** Routes that change the workspace itself. */
export function workspaceRoutes() {
  return routes().openapi(change, async (c) => c.json(await changeWorkspace(c.var, c.req.valid('json')), 200))
}
