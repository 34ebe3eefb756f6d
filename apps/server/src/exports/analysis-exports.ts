import { baseHealth, rebooking, rebookingPeople } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canExport, canExportClients } from '../permissions.ts'
import { type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import { columnsFor } from '../reports/columns-for.ts'
import { listClients } from '../reports/list-people.ts'
import {
  AsOfParams,
  RebookingParams,
  RebookingPeopleParams,
  readAsOf,
  readSelection,
  rebookingCell,
} from '../reports/query.ts'
import { personFor, searchFor } from '../reports/seen-by.ts'
import { currencyOf, download, EVERYONE, FileParams, fitted, ListFileParams, namedAsOf } from './download.ts'
import { healthSheet } from './health-sheet.ts'
import { notePeople, noteTable } from './note-export.ts'
import { peopleSheet } from './people-sheet.ts'
import { rebookingSheet } from './rebooking-sheet.ts'

const HealthFileParams = AsOfParams.extend({
  ...FileParams.shape,
  months: z
    .union([z.literal('all'), z.coerce.number().int().min(1)])
    .default('all')
    .openapi({ description: 'how many of the latest months, or all' }),
})

const health = createRoute({
  method: 'get',
  path: '/exports/health',
  middleware: allow(canExport, 'files'),
  summary: 'Base health by month as a file',
  request: { query: HealthFileParams },
  responses: fileAnswers('CSV or XLSX'),
})

const rebookingRate = createRoute({
  method: 'get',
  path: '/exports/rebooking',
  middleware: allow(canExport, 'files'),
  summary: 'The rows of the rebooking rate as a file',
  request: { query: RebookingParams.extend(FileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

const rebookingPeopleList = createRoute({
  method: 'get',
  path: '/exports/rebooking/people',
  middleware: allow(canExportClients),
  summary: 'The clients behind a number of the rebooking rate as a file',
  request: { query: RebookingPeopleParams.extend(ListFileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

/** Routes that answer the analyses as files. */
export function analysisExports(cache: ColumnsCache) {
  return routes()
    .openapi(health, async (c) => {
      const { months, asOf, lang, format } = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const day = readAsOf(asOf, defaultAsOf(columns, c.var.today))
      const all = baseHealth(columns.visits, day, columns.settings)
      const sheet = healthSheet(months === 'all' ? all : all.slice(-months), await currencyOf(c, columns), lang)
      await noteTable(c, { table: 'health', months, format })
      return await download(c, sheet, namedAsOf('overview', day), format)
    })
    .openapi(rebookingRate, async (c) => {
      const { by, lang, format, ...params } = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const selection = readSelection(params, defaultAsOf(columns, c.var.today))
      const report = rebooking(columns.visits, { ...selection, by })
      const sheet = rebookingSheet(report, await currencyOf(c, columns), lang)
      await noteTable(c, { table: 'rebooking', by, base: params.base, format })
      return await download(c, sheet, namedAsOf(`rebooking-${by}-${params.base}`, selection.asOf), format)
    })
    .openapi(rebookingPeopleList, async (c) => {
      const params = c.req.valid('query')
      const { actor, scope } = c.var
      const columns = await columnsFor(cache, c.var)
      const selection = readSelection(params, defaultAsOf(columns, c.var.today))
      await fitted(columns, selection.asOf)
      const behind = rebookingPeople(columns.visits, { ...selection, by: params.by }, rebookingCell(params))
      const options = { ...params, search: searchFor(actor, params.search), ...EVERYONE }
      const page = await listClients(scope, columns, selection.asOf, options, behind)
      const people = page.rows.map((row) => personFor(actor, row))
      const sheet = peopleSheet(people, params.columns, await currencyOf(c, columns), params.lang)
      const { count, base, format } = params
      await notePeople(c, people.length, { list: 'rebooking', count, base, format })
      return await download(c, sheet, namedAsOf(`clients-${count}-${base}`, selection.asOf), format)
    })
}
