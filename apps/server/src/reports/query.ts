import {
  type Cell,
  type CountName,
  GROUPINGS,
  OUTCOMES,
  parseDay,
  parseFilter,
  parsePeriod,
  parseReturnRule,
  type ReportQuery,
} from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'
import { PEOPLE_SORTS } from './list-people.ts'

const COUNTS = ['served', 'missed', 'returnedSame', ...OUTCOMES] as const satisfies CountName[]

const repeated = z.union([z.string(), z.array(z.string())]).optional()

/** Query string of every report. */
export const ReturnParams = z.object({
  base: z.string().openapi({ example: '2025-12', description: 'YYYY-MM, YYYY-Qn, YYYY or from..to' }),
  return: z.string().openapi({ example: 'next', description: 'next, 60d or from..to' }),
  asOf: z.string().optional().openapi({ example: '2026-04-05' }),
  filter: repeated.openapi({ example: 'staff:Марта', description: 'field:value, may repeat' }),
})

export const ReportParams = ReturnParams.extend({ by: z.enum(GROUPINGS).default('all') })

/** How to list people. */
export const ClientsParams = z.object({
  search: z.string().max(200).optional(),
  sort: z.enum(PEOPLE_SORTS).default('lastVisit'),
  desc: z.stringbool().default(false),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

/** Which number's people, and how to list them. */
export const PeopleParams = ReportParams.extend({
  ...ClientsParams.shape,
  group: z.string().optional().openapi({ description: 'name of the row; empty: the nameless row; absent: the total' }),
  outcome: z.enum(COUNTS).default('lost'),
  newOnly: z.stringbool().default(false),
})

/** Turns the texts of a request into the engine's query. Throws an AppError that names the parameter at fault. */
export function readQuery(params: z.infer<typeof ReportParams>, defaultAsOf: number): ReportQuery {
  const base = parsePeriod(params.base)
  if (!base) throw new AppError('badBase', { field: 'base', value: params.base })
  const rule = parseReturnRule(params.return, base)
  if (rule === 'malformed') throw new AppError('badReturn', { field: 'return', value: params.return })
  if (rule === 'beginsBeforeBaseEnds')
    throw new AppError('returnBeforeBaseEnds', { field: 'return', value: params.return })
  const asOf = params.asOf === undefined ? defaultAsOf : parseDay(params.asOf)
  if (asOf === null) throw new AppError('badAsOf', { field: 'asOf', value: params.asOf ?? '' })
  const filters = [params.filter ?? []].flat().map((text) => {
    const filter = parseFilter(text, ':')
    if (!filter) throw new AppError('badFilter', { field: 'filter', value: text })
    return filter
  })
  return { base, rule, by: params.by, filters, asOf }
}

/** The number a request for people points at. */
export function peopleCell({ outcome, group, newOnly }: z.infer<typeof PeopleParams>): Cell {
  return { count: outcome, group: group === '' ? null : group, newOnly }
}
