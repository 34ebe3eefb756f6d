import { type Day, peopleBehind, rebookingPeople } from '@comeback/retention'
import type { z } from '@hono/zod-openapi'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Actor } from '../permissions.ts'
import { type Columns, defaultAsOf } from '../reports/columns.ts'
import { type ListOptions, listClients } from '../reports/list-people.ts'
import {
  ClientsParams,
  PeopleParams,
  peopleCell,
  RebookingPeopleParams,
  readList,
  readQuery,
  readSelection,
  rebookingCell,
} from '../reports/query.ts'
import { searchFor } from '../reports/seen-by.ts'

/** The lists of people there are, by the query string that a screen asks for them with. */
export const LISTS = ['report', 'rebooking', 'clients'] as const

export interface PeopleListed {
  list: (typeof LISTS)[number]
  /** as of GET /reports/people, /reports/rebooking/people or /clients, without the question mark */
  query: string
}

interface Asker {
  scope: WorkspaceScope
  actor: Actor
  today: Day
}

/** Ids in the book of everybody on a list, all its pages. Throws as the list itself does when its query is not valid. */
export async function peopleOfList(
  { scope, actor, today }: Asker,
  columns: Columns,
  { list, query }: PeopleListed,
): Promise<number[]> {
  const everyone = async (asOf: Day, asked: Omit<ListOptions, 'limit'>, among?: number[]) => {
    const options = { ...asked, after: null, search: searchFor(actor, asked.search), limit: Number.POSITIVE_INFINITY }
    const { rows } = await listClients(scope, columns, asOf, options, among)
    return rows.map(({ id }) => id)
  }
  const latest = defaultAsOf(columns, today)
  if (list === 'clients') return everyone(latest, readList(paramsOf(ClientsParams, query)))
  if (list === 'report') {
    const params = paramsOf(PeopleParams, query)
    const asked = readQuery(params, latest)
    const people = peopleBehind(columns.visits, asked, peopleCell(params)).map(({ client }) => client)
    return everyone(asked.asOf, params, people)
  }
  const params = paramsOf(RebookingPeopleParams, query)
  const selection = { ...readSelection(params, latest), by: params.by }
  return everyone(selection.asOf, params, rebookingPeople(columns.visits, selection, rebookingCell(params)))
}

function paramsOf<T extends z.ZodType>(shape: T, query: string): z.infer<T> {
  const asked: Record<string, string | string[]> = {}
  const params = new URLSearchParams(query)
  for (const name of params.keys()) {
    const all = params.getAll(name)
    asked[name] = all.length === 1 ? all[0]! : all
  }
  const read = shape.safeParse(asked)
  if (read.success) return read.data
  const field = read.error.issues[0]?.path.join('.') ?? ''
  throw new AppError('badRequest', { field, value: field })
}
