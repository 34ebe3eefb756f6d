import { retentionReport } from '@comeback/retention'
import { createRoute } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canExport, canExportClients } from '../permissions.ts'
import { type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import { columnsFor } from '../reports/columns-for.ts'
import { listClients, listPeopleBehind } from '../reports/list-people.ts'
import { ClientsParams, PeopleParams, peopleCell, ReportParams, readList, readQuery } from '../reports/query.ts'
import { personFor, searchFor } from '../reports/seen-by.ts'
import { analysisExports } from './analysis-exports.ts'
import { auditExports } from './audit-exports.ts'
import { bonusExports } from './bonus-exports.ts'
import { callExports } from './call-exports.ts'
import { currencyOf, download, EVERYONE, FileParams, fitted, ListFileParams, namedAsOf } from './download.ts'
import { groupExports } from './group-exports.ts'
import { notePeople, noteTable } from './note-export.ts'
import { peopleSheet } from './people-sheet.ts'
import { reportSheet } from './report-sheet.ts'
import { surveyExports } from './survey-exports.ts'

const people = createRoute({
  method: 'get',
  path: '/exports/people',
  middleware: allow(canExportClients, 'files'),
  summary: 'The people behind a number as a file',
  request: { query: PeopleParams.extend(ListFileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const report = createRoute({
  method: 'get',
  path: '/exports/report',
  middleware: allow(canExport, 'files'),
  summary: 'The rows of a retention report as a file',
  request: { query: ReportParams.extend(FileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const clients = createRoute({
  method: 'get',
  path: '/exports/clients',
  middleware: allow(canExportClients, 'files'),
  summary: 'All clients as a file',
  request: { query: ClientsParams.extend(ListFileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

/** Routes that answer files. */
export function exportRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(people, async (c) => {
      const params = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const query = readQuery(params, defaultAsOf(columns, c.var.today))
      await fitted(columns, query.asOf)
      const options = { ...params, search: searchFor(c.var.actor, params.search), ...EVERYONE }
      const page = await listPeopleBehind(c.var.scope, columns, query, peopleCell(params), options)
      const people = page.rows.map((row) => personFor(c.var.actor, row))
      const sheet = peopleSheet(people, params.columns, await currencyOf(c, columns), params.lang)
      const { outcome, base, format } = params
      await notePeople(c, people.length, { list: 'behind', outcome, base, format })
      return await download(c, sheet, namedAsOf(`clients-${outcome}-${base}`, query.asOf), format)
    })
    .openapi(report, async (c) => {
      const params = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const query = readQuery(params, defaultAsOf(columns, c.var.today))
      const sheet = reportSheet(retentionReport(columns.visits, query), await currencyOf(c, columns), params.lang)
      const { by, base, format } = params
      await noteTable(c, { table: 'retention', by, base, format })
      return await download(c, sheet, namedAsOf(`retention-${by}-${base}`, query.asOf), format)
    })
    .openapi(clients, async (c) => {
      const params = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const asOf = defaultAsOf(columns, c.var.today)
      await fitted(columns, asOf)
      const page = await listClients(c.var.scope, columns, asOf, {
        ...readList(params),
        search: searchFor(c.var.actor, params.search),
        ...EVERYONE,
      })
      const people = page.rows.map((row) => personFor(c.var.actor, row))
      const sheet = peopleSheet(people, params.columns, await currencyOf(c, columns), params.lang)
      await notePeople(c, people.length, { list: 'clients', format: params.format })
      return await download(c, sheet, namedAsOf('clients', asOf), params.format)
    })
    .route('/', analysisExports(cache))
    .route('/', auditExports())
    .route('/', groupExports(cache))
    .route('/', bonusExports())
    .route('/', callExports(cache))
    .route('/', surveyExports())
}
