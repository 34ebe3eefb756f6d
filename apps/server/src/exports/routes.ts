import { type Day, retentionReport } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { type Columns, type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import { listClients, listPeopleBehind } from '../reports/list-people.ts'
import { ClientsParams, PeopleParams, peopleCell, ReportParams, readList, readQuery } from '../reports/query.ts'
import { analysisExports } from './analysis-exports.ts'
import { currencyOf, download, FileParams } from './download.ts'
import { peopleSheet } from './people-sheet.ts'
import { reportSheet } from './report-sheet.ts'

const ListFileParams = FileParams.extend({ columns: z.string().max(1000).optional() })

const people = createRoute({
  method: 'get',
  path: '/exports/people',
  summary: 'The people behind a number as a file',
  request: { query: PeopleParams.extend(ListFileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const report = createRoute({
  method: 'get',
  path: '/exports/report',
  summary: 'The rows of a retention report as a file',
  request: { query: ReportParams.extend(FileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const clients = createRoute({
  method: 'get',
  path: '/exports/clients',
  summary: 'All clients as a file',
  request: { query: ClientsParams.extend(ListFileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const EVERYONE = { offset: 0, limit: Number.POSITIVE_INFINITY }

/** Routes that answer files. */
export function exportRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(people, async (c) => {
      const params = c.req.valid('query')
      const columns = await cache.get(c.var.scope)
      const query = readQuery(params, defaultAsOf(columns, c.var.today))
      await fitted(columns, query.asOf)
      const options = { ...params, ...EVERYONE }
      const page = await listPeopleBehind(c.var.scope, columns, query, peopleCell(params), options)
      const sheet = peopleSheet(page.rows, params.columns, await currencyOf(c, columns), params.lang)
      return await download(c, sheet, `clients-${params.outcome}-${params.base}`, params.format)
    })
    .openapi(report, async (c) => {
      const params = c.req.valid('query')
      const columns = await cache.get(c.var.scope)
      const query = readQuery(params, defaultAsOf(columns, c.var.today))
      const sheet = reportSheet(retentionReport(columns.visits, query), await currencyOf(c, columns), params.lang)
      return await download(c, sheet, `retention-${params.by}-${params.base}`, params.format)
    })
    .openapi(clients, async (c) => {
      const params = c.req.valid('query')
      const columns = await cache.get(c.var.scope)
      const asOf = defaultAsOf(columns, c.var.today)
      await fitted(columns, asOf)
      const page = await listClients(c.var.scope, columns, asOf, { ...readList(params), ...EVERYONE })
      const sheet = peopleSheet(page.rows, params.columns, await currencyOf(c, columns), params.lang)
      return await download(c, sheet, 'clients', params.format)
    })
    .route('/', analysisExports(cache))
}

/** Waits for the forecast, if there is to be one: a page can ask again, a file cannot. */
async function fitted(columns: Columns, asOf: Day): Promise<void> {
  await columns.lifetime(asOf).catch(() => undefined)
}
