import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canAnswerForData } from '../permissions.ts'
import { eraseAfterMonths } from '../workspace/index.ts'
import { countLongAway } from './erase-long-away.ts'

const preview = createRoute({
  method: 'get',
  path: '/privacy/retention-preview',
  middleware: allow(canAnswerForData),
  summary: 'How many clients a retention period would erase if it were set now',
  request: { query: z.object({ months: z.coerce.number().pipe(eraseAfterMonths) }) },
  responses: answers(z.object({ clients: z.number().int().nonnegative() }), 'Clients who have not come for so long'),
})

/** The route that tells what a retention period would do; it is set with the other settings of the workspace. */
export function retentionRoutes() {
  return routes().openapi(preview, async (c) => {
    const { months } = c.req.valid('query')
    return c.json({ clients: await countLongAway(c.var.scope, months, Temporal.Now.instant()) }, 200)
  })
}
