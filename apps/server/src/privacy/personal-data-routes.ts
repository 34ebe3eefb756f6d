import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import type { ImportDeps } from '../imports/index.ts'
import { canAnswerForData } from '../permissions.ts'
import { eraseClient } from './erase-client.ts'
import { personalData } from './personal-data.ts'
import { ClientParam, PersonalDataAnswer } from './schemas.ts'

const get = createRoute({
  method: 'get',
  path: '/clients/{id}/personal-data',
  middleware: allow(canAnswerForData),
  summary: 'Everything known of a client, as a file to hand to them',
  request: { params: ClientParam },
  responses: answers(PersonalDataAnswer, 'Who they are, appointments, consents, files it came from'),
})

const erase = createRoute({
  method: 'delete',
  path: '/clients/{id}/personal-data',
  middleware: allow(canAnswerForData),
  summary: 'Erase a client for good: the visits stay without a name, so that past numbers stay as they were',
  request: { params: ClientParam },
  responses: answers(z.object({ erased: z.literal(true) }), 'Erased, now or before'),
})

/** Routes of a client's right to see and to erase what is known of them. */
export function personalDataRoutes(deps: Pick<ImportDeps, 'folder'>) {
  return routes()
    .openapi(get, async (c) => {
      const { id } = c.req.valid('param')
      c.header('content-disposition', `attachment; filename="client-${id}.json"`)
      return c.json(await personalData(c.var.scope, c.var.who, id), 200)
    })
    .openapi(erase, async (c) => {
      await eraseClient(c.var.scope, deps, c.var.who, c.req.valid('param').id)
      return c.json({ erased: true as const }, 200)
    })
}
