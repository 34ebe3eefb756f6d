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
import { BandParam, clientsInBand } from '../surveys/index.ts'
import { areAwayStates, isAwayOutcome } from './away-on.ts'

/** The lists of people there are, by the query string that a screen asks for them with. */
export const LISTS = ['report', 'rebooking', 'clients', 'surveys'] as const

export interface PeopleListed {
  list: (typeof LISTS)[number]
  /** as of GET /reports/people, /reports/rebooking/people, /clients or /survey-answers, without the question mark */
  query: string
}

interface Asker {
  scope: WorkspaceScope
  actor: Actor
  today: Day
}

export interface ListedPeople {
  /** ids in the book, in the order of the list */
  clientIds: number[]
  /** the day they were away on, which put them on the list; `null`: something else did */
  awayOn: Day | null
}

/** Everybody on a list, all its pages. Throws as the list itself does when its query is not valid. */
export async function peopleOfList(
  { scope, actor, today }: Asker,
  columns: Columns,
  { list, query }: PeopleListed,
): Promise<ListedPeople> {
  const everyone = async (asOf: Day, asked: Omit<ListOptions, 'limit'>, isAway: boolean, among?: number[]) => {
    const options = { ...asked, after: null, search: searchFor(actor, asked.search), limit: Number.POSITIVE_INFINITY }
    const { rows } = await listClients(scope, columns, asOf, options, among)
    return { clientIds: rows.map(({ id }) => id), awayOn: isAway ? asOf : null }
  }
  if (list === 'surveys') {
    return { clientIds: await clientsInBand(scope, paramsOf(BandParam, query).band), awayOn: null }
  }
  const latest = defaultAsOf(columns, today)
  if (list === 'clients') {
    const asked = readList(paramsOf(ClientsParams, query))
    return everyone(latest, asked, areAwayStates(asked.state ?? []) || asked.expected !== undefined)
  }
  if (list === 'report') {
    const params = paramsOf(PeopleParams, query)
    const asked = readQuery(params, latest)
    const people = peopleBehind(columns.visits, asked, peopleCell(params)).map(({ client }) => client)
    return everyone(asked.asOf, params, isAwayOutcome(params.outcome), people)
  }
  const params = paramsOf(RebookingPeopleParams, query)
  const selection = { ...readSelection(params, latest), by: params.by }
  return everyone(selection.asOf, params, false, rebookingPeople(columns.visits, selection, rebookingCell(params)))
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
