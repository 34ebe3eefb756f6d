import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { nextPage, readCursor } from '../http/paging.ts'
import { canSeeAudit } from '../permissions.ts'
import { findEvents } from './find-events.ts'
import { AuditAnswer, AuditParams } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/audit',
  middleware: allow(canSeeAudit),
  summary: 'Who did what: exports, changes of rules and people, imports, erasures; the newest first',
  request: { query: AuditParams },
  responses: answers(AuditAnswer, 'A page of the log of actions'),
})

/** The log of actions, to be read only. */
export function auditRoutes() {
  return routes().openapi(list, async (c) => {
    const { limit, cursor: _, ...search } = c.req.valid('query')
    const page = await findEvents(c.var.scope, search, c.var.timeZone, { after: readCursor(c, z.uuid()), limit })
    const events = page.events.map(({ id, at, whoKind, whoId, whoName, action, subject, details, requestId }) => ({
      ...{ id, at: at.toISOString(), who: { kind: whoKind, id: whoId, name: whoName } },
      ...{ action, subject, details, requestId },
    }))
    return c.json({ events, next: nextPage(c, page.next) }, 200)
  })
}
