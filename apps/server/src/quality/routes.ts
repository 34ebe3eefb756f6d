import { formatDay } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { HeadlineAnswer } from '../imports/index.ts'
import { canSeeQuality } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { columnsFor } from '../reports/columns-for.ts'
import { QualityCache } from './get-quality.ts'

const count = z.number().int().nonnegative()

const QualityAnswer = z
  .object({
    asOf: z.string().openapi({ example: '2026-04-05' }),
    lines: count,
    products: count,
    withoutClient: count.openapi({ description: 'Lines of walk-ins without an identity: in no rate' }),
    clients: count,
    withBirthday: count.openapi({ description: 'Clients whose birthday is known' }),
    placeholderBirthdays: count.openapi({
      description: 'Clients with a date that is surely not their birthday: nobody is congratulated on it',
    }),
    headline: HeadlineAnswer,
  })
  .openapi('WorkspaceQuality')

const quality = createRoute({
  method: 'get',
  path: '/quality',
  middleware: allow(canSeeQuality),
  summary: 'What of the data may be wrong, and the headline rate with and without it',
  responses: answers(QualityAnswer, 'Counts of doubtful rows and their effect'),
})

/** Routes about how far the data can be trusted. */
export function qualityRoutes(cache: ColumnsCache) {
  const answersKept = new QualityCache()
  return routes().openapi(quality, async (c) => {
    const columns = await columnsFor(cache, c.var)
    const { asOf, ...rest } = await answersKept.get(c.var.scope, columns, c.var.today)
    return c.json({ ...rest, asOf: formatDay(asOf) }, 200)
  })
}
