import {
  CADENCE_STATES,
  type Cell,
  type CountName,
  CURVE_GROUPINGS,
  type Day,
  GROUPINGS,
  OUTCOMES,
  parseDay,
  parseFilter,
  parsePeriod,
  parseReturnRule,
  REBOOKING_COUNTS,
  REBOOKING_GROUPINGS,
  type RebookingCell,
  type ReportQuery,
  type Selection,
} from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'
import { PageParams } from '../http/paging.ts'
import { LANGUAGES } from '../languages.ts'
import { type ListOptions, PEOPLE_SORTS } from './list-people.ts'

const COUNTS = ['served', 'missed', 'returnedSame', 'stayed', 'moved', ...OUTCOMES] as const satisfies CountName[]

const repeated = z.union([z.string(), z.array(z.string())]).optional()

/** Query string of a report about all the data. */
export const AsOfParams = z.object({ asOf: z.string().optional().openapi({ example: '2026-04-05' }) })

/** Query string of the overview of who is due and at risk. */
export const RiskParams = AsOfParams.extend({
  staff: z
    .string()
    .optional()
    .openapi({ example: 'Марта', description: 'only clients whose last visit was with them' }),
})

/** Query string of a report about a base period. */
const BaseParams = AsOfParams.extend({
  base: z.string().openapi({ example: '2025-12', description: 'YYYY-MM, YYYY-Qn, YYYY or from..to' }),
  filter: repeated.openapi({ example: 'staff:Марта', description: 'field:value, may repeat' }),
})

/** Query string of a report about who came back. */
export const ReturnParams = BaseParams.extend({
  return: z.string().openapi({ example: 'next', description: 'next, 60d or from..to' }),
})

export const CurveParams = BaseParams.extend({
  by: z.enum(CURVE_GROUPINGS).default('all'),
  first: z
    .stringbool()
    .default(false)
    .openapi({ description: 'only clients whose first visit ever is in the base period' }),
})

export const RebookingParams = BaseParams.extend({ by: z.enum(REBOOKING_GROUPINGS).default('all') })

export const ReportParams = ReturnParams.extend({ by: z.enum(GROUPINGS).default('all') })

/** How to list people. */
export const ListParams = z.object({
  search: z.string().max(200).optional(),
  sort: z.enum(PEOPLE_SORTS).default('lastVisit'),
  desc: z.stringbool().default(false),
  lang: z.enum(LANGUAGES).default('uk').openapi({ description: 'whose alphabet names are sorted by' }),
  ...PageParams.shape,
})

/** Which clients, and how to list them. */
export const ClientsParams = ListParams.extend({
  state: z
    .union([z.enum(CADENCE_STATES), z.array(z.enum(CADENCE_STATES))])
    .optional()
    .openapi({ description: 'where they stand against their own rhythm; may repeat' }),
  expected: z
    .string()
    .optional()
    .openapi({ example: '2026-04-06..2026-04-12', description: 'expected to come then and not booked: from..to' }),
  staff: z.string().max(200).optional().openapi({ description: 'master of their last visit' }),
})

/** Which number's people, and how to list them. */
export const PeopleParams = ReportParams.extend({
  ...ListParams.shape,
  group: z.string().optional().openapi({ description: 'name of the row; empty: the nameless row; absent: the total' }),
  outcome: z.enum(COUNTS).default('lost'),
  newOnly: z.stringbool().default(false),
  anchorStaff: z.string().optional().openapi({ description: 'only those last served by; empty: by nobody named' }),
  nextStaff: z.string().optional().openapi({ description: 'only those who returned, and to whom' }),
})

/** Which number's people of the rebooking rate, and how to list them. */
export const RebookingPeopleParams = RebookingParams.extend({
  ...ListParams.shape,
  group: z.string().optional().openapi({ description: 'name of the row; empty: the nameless row; absent: the total' }),
  count: z.enum(REBOOKING_COUNTS).default('notRebooked').openapi({
    description: 'visits, after which the client held an appointment, did not, held one of the same master, kept it',
  }),
})

/** How a request for clients wants them. Throws `badExpected`. */
export function readList({ state, expected, ...params }: z.infer<typeof ClientsParams>): ListOptions {
  const period = expected === undefined ? undefined : parsePeriod(expected)
  if (period === null) throw new AppError('badExpected', { field: 'expected', value: expected ?? '' })
  return { ...params, state: state === undefined ? undefined : [state].flat(), expected: period }
}

/** Day of a request's `asOf`, the default one without it. Throws `badAsOf`. */
export function readAsOf(text: string | undefined, defaultAsOf: Day): Day {
  const asOf = text === undefined ? defaultAsOf : parseDay(text)
  if (asOf === null) throw new AppError('badAsOf', { field: 'asOf', value: text ?? '' })
  return asOf
}

/** Which visits a request asks about. Throws an AppError that names the parameter at fault. */
export function readSelection(params: z.infer<typeof BaseParams>, defaultAsOf: Day): Selection {
  const base = parsePeriod(params.base)
  if (!base) throw new AppError('badBase', { field: 'base', value: params.base })
  const filters = [params.filter ?? []].flat().map((text) => {
    const filter = parseFilter(text, ':')
    if (!filter) throw new AppError('badFilter', { field: 'filter', value: text })
    return filter
  })
  return { base, filters, asOf: readAsOf(params.asOf, defaultAsOf) }
}

/** Turns the texts of a request into the engine's query. Throws an AppError that names the parameter at fault. */
export function readQuery(params: z.infer<typeof ReportParams>, defaultAsOf: Day): ReportQuery {
  const selection = readSelection(params, defaultAsOf)
  const rule = parseReturnRule(params.return, selection.base)
  if (rule === 'malformed') throw new AppError('badReturn', { field: 'return', value: params.return })
  if (rule === 'beginsBeforeBaseEnds')
    throw new AppError('returnBeforeBaseEnds', { field: 'return', value: params.return })
  return { ...selection, rule, by: params.by }
}

/** The number of the rebooking rate a request for people points at. */
export function rebookingCell({ count, group }: z.infer<typeof RebookingPeopleParams>): RebookingCell {
  return { count, group: named(group) }
}

/** The number a request for people points at. */
export function peopleCell({ outcome, newOnly, ...names }: z.infer<typeof PeopleParams>): Cell {
  return {
    count: outcome,
    newOnly,
    group: named(names.group),
    anchorStaff: named(names.anchorStaff),
    nextStaff: named(names.nextStaff),
  }
}

/** The nameless row goes by an empty name. */
function named(text: string | undefined): string | null | undefined {
  return text === '' ? null : text
}
