import { createRoute, z } from '@hono/zod-openapi'
import { type FoundCall, findCalls, SHOWN } from '../calls/index.ts'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import type { Language } from '../languages.ts'
import { canExportClients, canSeeCalls, canSeeContacts } from '../permissions.ts'
import { type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import type { ColumnName } from './column-names.ts'
import { download, FileParams } from './download.ts'
import { notePeople } from './note-export.ts'
import type { CellKind, Sheet } from './write-file.ts'

/** A file holds them all, up to what a spreadsheet bears. */
const MOST = 100_000

const calls = createRoute({
  method: 'get',
  path: '/exports/calls',
  middleware: [allow(canSeeCalls, 'winback'), allow(canExportClients, 'files')] as const,
  summary: 'The call list as a file',
  request: { query: FileParams.extend({ show: z.enum(SHOWN).default('due') }) },
  responses: fileAnswers('CSV or XLSX'),
})

const COLUMNS: Partial<Record<ColumnName, { kind: CellKind; of: (call: FoundCall) => string | number | null }>> = {
  name: { kind: 'text', of: (call) => call.clientName },
  phone: { kind: 'text', of: (call) => call.clientPhone },
  whyCall: { kind: 'text', of: (call) => call.reason },
  wish: { kind: 'text', of: ({ wish }) => wish && [wish.service, wish.staff, wish.day].filter(Boolean).join(', ') },
  comment: { kind: 'text', of: ({ wish }) => wish?.comment ?? null },
  staff: { kind: 'text', of: (call) => call.staff },
  service: { kind: 'text', of: (call) => call.service },
  daysSince: { kind: 'count', of: (call) => call.daysSince },
  dueOn: { kind: 'date', of: (call) => call.dueOn },
  outcome: { kind: 'word', of: (call) => call.outcome },
  note: { kind: 'text', of: (call) => call.note },
  who: { kind: 'text', of: (call) => call.changedName },
  at: { kind: 'date', of: (call) => call.changedAt.toISOString().slice(0, 10) },
}

/** Routes that answer the call list as a file. */
export function callExports(cache: ColumnsCache) {
  return routes().openapi(calls, async (c) => {
    const { show, format, lang } = c.req.valid('query')
    const { scope, actor, today } = c.var
    const columns = await cache.get(scope)
    const asOf = columns.visits.rows === 0 ? today : defaultAsOf(columns, today)
    const found = await findCalls(scope, columns, asOf, { show, today, after: null, limit: MOST })
    const seen = canSeeContacts(actor) ? found : found.map((call) => ({ ...call, clientName: '', clientPhone: '' }))
    await notePeople(c, seen.length, { list: 'calls', format })
    return await download(c, callSheet(seen, lang), `calls-${show}`, format)
  })
}

function callSheet(found: FoundCall[], language: Language): Sheet {
  const columns = Object.entries(COLUMNS)
  return {
    columns: columns.map(([name, { kind }]) => ({ name: name as ColumnName, kind })),
    rows: found.map((call) => columns.map(([, { of }]) => of(call))),
    // there are no amounts
    currency: 'EUR',
    language,
  }
}
