import {
  type CadenceState,
  type Cell,
  type ClientSummary,
  type Day,
  type Outcome,
  type Period,
  peopleBehind,
  type ReportQuery,
  summariseClient,
} from '@comeback/retention'
import { type Contact, erasedClients, findContacts, searchClients } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Language } from '../languages.ts'
import { firstAfter, inOrder } from './client-orders.ts'
import { type Columns, clientIndex } from './columns.ts'
import { type Forecast, type ForecastState, forecastOf, forecastState, soon } from './forecast.ts'

type Known = ClientSummary & Forecast

/** A client as a list shows them. */
export interface Person extends Known, Contact {
  daysOverdue: number | null
}

/** One of the people behind a number. */
export interface Behind extends Person {
  outcome: Outcome
  anchor: Day
  isNew: boolean
}

/** What can be listed by, beside the name. */
const SORTS = {
  lastVisit: (each: Known) => each.lastVisit,
  firstVisit: (each: Known) => each.firstVisit,
  daysSince: (each: Known) => each.daysSince,
  staff: (each: Known) => each.staff,
  service: (each: Known) => each.service,
  visits: (each: Known) => each.visits,
  revenue: (each: Known) => each.revenue,
  averageTicket: (each: Known) => each.averageTicket,
  expectedGap: (each: Known) => each.expectedGap,
  expectedOn: (each: Known) => each.expectedOn,
  daysOverdue: (each: Known) => daysOverdue(each),
  overdue: (each: Known) => each.overdue,
  pAlive: (each: Known) => each.pAlive,
  expectedVisits12m: (each: Known) => each.expectedVisits12m,
  value12m: (each: Known) => each.value12m,
} as const

export type PeopleSort = 'name' | keyof typeof SORTS

export const PEOPLE_SORTS = ['name', ...Object.keys(SORTS)] as [PeopleSort, ...PeopleSort[]]

export interface ListOptions {
  search?: string | undefined
  /** only clients in one of these states of their rhythm */
  state?: CadenceState[] | undefined
  /** only clients expected on one of these days who hold no appointment */
  expected?: Period | undefined
  /** only clients whose last visit was with this staff member */
  staff?: string | undefined
  sort: PeopleSort
  desc: boolean
  /** whose alphabet names are sorted by */
  lang: Language
  /** only what comes after this place in the order */
  after?: ListPlace | null | undefined
  limit: number
}

/** A place in a sorted list, the same whatever is added before it: what a row is sorted by, and its id in the book. */
export interface ListPlace {
  key: string | number | null
  id: number
}

export interface PeoplePage<T> {
  total: number
  forecast: ForecastState
  rows: T[]
  /** where the next page goes on; `null` when this is the last one */
  last: ListPlace | null
}

/** The people a number of the report counts. */
export async function listPeopleBehind(
  scope: WorkspaceScope,
  columns: Columns,
  query: ReportQuery,
  cell: Cell,
  options: ListOptions,
): Promise<PeoplePage<Behind>> {
  const found = new Map(peopleBehind(columns.visits, query, cell).map((person) => [person.client, person]))
  const page = await listClients(scope, columns, query.asOf, options, [...found.keys()])
  return {
    ...page,
    rows: page.rows.map((row) => {
      const { outcome, anchor, isNew } = found.get(row.client)!
      return { ...row, outcome, anchor, isNew }
    }),
  }
}

/** Clients with a visit on or before `asOf` (all, or of those given), searched, sorted and cut to a page. */
export async function listClients(
  scope: WorkspaceScope,
  columns: Columns,
  asOf: Day,
  options: ListOptions,
  among?: number[],
): Promise<PeoplePage<Person>> {
  const { after = null, limit, sort, desc, lang } = options
  const cadence = columns.cadence(asOf)
  const lifetime = await soon(columns.lifetime(asOf))
  const forecast = forecastState(lifetime)
  const know = (client: number): Known | null => {
    const summary = summariseClient(columns.visits, cadence, client)
    return summary && { ...summary, ...forecastOf(lifetime, client) }
  }
  const placesOf = async (rows: Known[]): Promise<ListPlace[]> => {
    const ids = rows.map(({ client }) => columns.clientIds[client]!)
    if (sort !== 'name') return rows.map((row, i) => ({ key: SORTS[sort](row), id: ids[i]! }))
    const contacts = await findContacts(scope, ids)
    // the nameless are not known by a name: they come last
    return ids.map((id) => ({ key: contacts.get(id)!.name || null, id }))
  }
  const compare = inOrder(desc, lang)
  const sortAll = async () => sorted(await askedFor(scope, columns, know, options, among), placesOf, compare)
  const order =
    among || isNarrowed(options)
      ? await sortAll()
      : await columns.orders.get(`${asOf} ${sort} ${desc} ${lang} ${forecast}`, sortAll)
  const placeOf = async (client: number) => (await placesOf([know(client)!]))[0]!
  const start = after === null ? 0 : await firstAfter(order, after, compare, placeOf)
  const page = Array.from(order.subarray(start, start + limit), (client) => know(client)!)
  const end = page.at(-1)
  return {
    total: order.length,
    forecast,
    rows: await withContacts(scope, columns, page),
    last: end && start + limit < order.length ? await placeOf(end.client) : null,
  }
}

/** Those of the clients whom the options ask for. */
async function askedFor(
  scope: WorkspaceScope,
  columns: Columns,
  know: (client: number) => Known | null,
  options: ListOptions,
  among: number[] | undefined,
): Promise<Known[]> {
  const wanted = options.search ? await searchIndices(scope, columns, options.search) : null
  // lists by state are to be worked: of erased clients there is nobody left to call
  const gone = options.state || options.expected ? await erasedClients(scope) : null
  const found: Known[] = []
  for (const client of among ?? columns.clientIds.keys()) {
    if (wanted && !wanted.has(client)) continue
    if (gone?.has(columns.clientIds[client]!)) continue
    const known = know(client)
    if (known && isAsked(known, options)) found.push(known)
  }
  return found
}

async function sorted(
  rows: Known[],
  placesOf: (rows: Known[]) => Promise<ListPlace[]>,
  compare: (a: ListPlace, b: ListPlace) => number,
): Promise<Int32Array> {
  const places = await placesOf(rows)
  const order = rows.map(({ client }, i) => ({ client, place: places[i]! }))
  return Int32Array.from(
    order.sort((a, b) => compare(a.place, b.place)),
    ({ client }) => client,
  )
}

async function withContacts(scope: WorkspaceScope, columns: Columns, rows: Known[]): Promise<Person[]> {
  const ids = rows.map(({ client }) => columns.clientIds[client]!)
  const contacts = await findContacts(scope, ids)
  return rows.map((row, i) => ({ ...row, ...contacts.get(ids[i]!)!, daysOverdue: daysOverdue(row) }))
}

function isNarrowed({ search, state, expected, staff }: ListOptions): boolean {
  return Boolean(search || state || expected) || staff !== undefined
}

function isAsked({ state, expectedOn, staff }: ClientSummary, asked: ListOptions): boolean {
  if (asked.state && !(state !== null && asked.state.includes(state))) return false
  if (asked.staff !== undefined && staff !== asked.staff) return false
  if (!asked.expected) return true
  const { from, to } = asked.expected
  return state !== 'booked' && expectedOn !== null && expectedOn >= from && expectedOn <= to
}

async function searchIndices(scope: WorkspaceScope, columns: Columns, search: string): Promise<Set<number>> {
  const ids = await searchClients(scope, search)
  return new Set(ids.map((id) => clientIndex(columns, id)).filter((index) => index >= 0))
}

/** Whole days past the expected next visit; `null` when it cannot be known or the client is booked. */
export function daysOverdue({ expectedGap, daysSince, state }: ClientSummary): number | null {
  if (expectedGap === null || state === 'booked') return null
  return Math.max(0, daysSince - Math.round(expectedGap))
}
