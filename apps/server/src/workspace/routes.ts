import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canChangeSettings } from '../permissions.ts'
import { changeWorkspace, WorkspaceChange } from './change-workspace.ts'
import { Settings } from './settings.ts'

const change = createRoute({
  method: 'patch',
  path: '/workspace',
  middleware: allow(canChangeSettings),
  summary: 'Rename the workspace, or change its settings',
  request: { body: jsonBody(WorkspaceChange) },
  responses: answers(z.object({ name: z.string(), settings: Settings }), 'The name and settings as they are now'),
})

/** Routes that change the workspace itself. */
export function workspaceRoutes() {
  return routes().openapi(change, async (c) => c.json(await changeWorkspace(c.var, c.req.valid('json')), 200))
}
