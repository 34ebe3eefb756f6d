import { createRoute } from '@hono/zod-openapi'
import { AuditSearchParams, findEvents, recordAudit } from '../audit/index.ts'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canSeeAudit } from '../permissions.ts'
import { auditSheet } from './audit-sheet.ts'
import { download, FileParams } from './download.ts'

const log = createRoute({
  method: 'get',
  path: '/exports/audit',
  middleware: allow(canSeeAudit),
  summary: 'The log of actions as a file: the newest 100,000 events that are looked for',
  request: { query: AuditSearchParams.extend(FileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const MOST = 100_000

/** The route that answers the log of actions as a file. */
export function auditExports() {
  return routes().openapi(log, async (c) => {
    const { format, lang, ...search } = c.req.valid('query')
    const { events } = await findEvents(c.var.scope, search, c.var.timeZone, { after: null, limit: MOST })
    const sheet = auditSheet(events, c.var.timeZone, lang)
    await recordAudit(c.var.scope, c.var.who, { action: 'log.exported', details: { events: events.length, format } })
    return await download(c, sheet, 'activity-log', format)
  })
}
