import { baseHealth, rebooking } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canExport } from '../permissions.ts'
import { type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import { AsOfParams, RebookingParams, readAsOf, readSelection } from '../reports/query.ts'
import { currencyOf, download, FileParams } from './download.ts'
import { healthSheet } from './health-sheet.ts'
import { noteTable } from './note-export.ts'
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
  middleware: allow(canExport),
  summary: 'Base health by month as a file',
  request: { query: HealthFileParams },
  responses: fileAnswers('CSV or XLSX'),
})

const rebookingRate = createRoute({
  method: 'get',
  path: '/exports/rebooking',
  middleware: allow(canExport),
  summary: 'The rows of the rebooking rate as a file',
  request: { query: RebookingParams.extend(FileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

/** Routes that answer the analyses as files. */
export function analysisExports(cache: ColumnsCache) {
  return routes()
    .openapi(health, async (c) => {
      const { months, asOf, lang, format } = c.req.valid('query')
      const columns = await cache.get(c.var.scope, c.var.actor.locations)
      const day = readAsOf(asOf, defaultAsOf(columns, c.var.today))
      const all = baseHealth(columns.visits, day, columns.settings)
      const sheet = healthSheet(months === 'all' ? all : all.slice(-months), await currencyOf(c, columns), lang)
      await noteTable(c, { table: 'health', months, format })
      return await download(c, sheet, 'overview', format)
    })
    .openapi(rebookingRate, async (c) => {
      const { by, lang, format, ...params } = c.req.valid('query')
      const columns = await cache.get(c.var.scope, c.var.actor.locations)
      const report = rebooking(columns.visits, {
        ...readSelection(params, defaultAsOf(columns, c.var.today)),
        by,
      })
      const sheet = rebookingSheet(report, await currencyOf(c, columns), lang)
      await noteTable(c, { table: 'rebooking', by, base: params.base, format })
      return await download(c, sheet, `rebooking-${by}-${params.base}`, format)
    })
}
