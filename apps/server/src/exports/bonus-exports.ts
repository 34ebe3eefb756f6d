import { formatDay } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { liability, listOperations, operationJson } from '../bonuses/index.ts'
import { findContacts } from '../book/index.ts'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { rowIdParam } from '../http/row-id.ts'
import { canSeeBonuses, canSeeContacts } from '../permissions.ts'
import { readWorkspace } from '../workspace/index.ts'
import { expirySheet, monthSheet, operationSheet } from './bonus-sheets.ts'
import { download, EVERYONE, FileParams } from './download.ts'
import { notePeople, noteTable } from './note-export.ts'

const TABLES = ['months', 'expiry', 'operations'] as const

const bonuses = createRoute({
  method: 'get',
  path: '/exports/bonuses',
  middleware: allow(canSeeBonuses, 'winback'),
  summary: 'Bonuses as a file: what became of them by month, what is owed by month of expiry, or every operation',
  request: {
    query: FileParams.extend({
      table: z.enum(TABLES).default('months'),
      client: rowIdParam.optional().openapi({ description: 'Only the operations of this client' }),
    }),
  },
  responses: fileAnswers('CSV or XLSX'),
})

/** The route that answers the bonus ledger as a file. */
export function bonusExports() {
  return routes().openapi(bonuses, async (c) => {
    const { table, client, format, lang } = c.req.valid('query')
    const { scope, actor } = c.var
    const { currency, timeZone } = await readWorkspace(scope)
    if (table !== 'operations') {
      const report = await liability(scope, formatDay(c.var.today))
      await noteTable(c, { table: 'bonuses', format })
      const sheet = table === 'months' ? monthSheet(report.months) : expirySheet(report.byExpiry)
      return await download(c, { ...sheet, currency, language: lang }, `bonuses-${table}`, format)
    }
    const found = await listOperations(scope, { clientId: client, after: null, ...EVERYONE })
    const ids = [...new Set(found.map(({ clientId }) => clientId))]
    const contacts = canSeeContacts(actor) ? await findContacts(scope, ids) : null
    const rows = found.map((each) => ({
      ...operationJson(actor, each),
      name: contacts?.get(each.clientId)?.name ?? '',
    }))
    await notePeople(c, ids.length, { list: 'bonuses', format })
    const name = client === undefined ? 'bonuses' : `bonuses-client-${client}`
    return await download(c, { ...operationSheet(rows, timeZone), currency, language: lang }, name, format)
  })
}
