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
import { type Contact, findContacts, searchClients } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
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
  offset: number
  limit: number
}

export interface PeoplePage<T> {
  total: number
  forecast: ForecastState
  rows: T[]
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
  const cadence = columns.cadence(asOf)
  const lifetime = await soon(columns.lifetime(asOf))
  const wanted = options.search ? await searchIndices(scope, columns, options.search) : null
  const candidates = among ?? Array.from(columns.clientIds, (_, client) => client)
  const found: Known[] = []
  for (const client of candidates) {
    if (wanted && !wanted.has(client)) continue
    const summary = summariseClient(columns.visits, cadence, client)
    if (summary && isAsked(summary, options)) found.push({ ...summary, ...forecastOf(lifetime, client) })
  }
  const withContacts = async (rows: Known[]) => {
    const ids = rows.map(({ client }) => columns.clientIds[client]!)
    const contacts = await findContacts(scope, ids)
    return rows.map((row, i) => ({ ...row, ...contacts.get(ids[i]!)!, daysOverdue: daysOverdue(row) }))
  }
  const { offset, limit, sort, desc } = options
  const page = { total: found.length, forecast: forecastState(lifetime) }
  if (sort === 'name') {
    const people = (await withContacts(found)).sort(byName)
    if (desc) people.reverse()
    return { ...page, rows: people.slice(offset, offset + limit) }
  }
  found.sort(by(SORTS[sort], desc))
  return { ...page, rows: await withContacts(found.slice(offset, offset + limit)) }
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

const collator = new Intl.Collator('uk')

/** By name in the alphabet's order, the nameless last; then by number, so that pages do not shuffle. */
function byName(a: Person, b: Person): number {
  if (a.name === '' || b.name === '') return Number(a.name === '') - Number(b.name === '') || a.client - b.client
  return collator.compare(a.name, b.name) || a.client - b.client
}

/** What is not known comes last in either direction. */
function by(keyOf: (each: Known) => number | string | null, desc: boolean) {
  const direction = desc ? -1 : 1
  return (a: Known, b: Known): number => {
    const x = keyOf(a)
    const y = keyOf(b)
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.client - b.client
    const order = typeof x === 'string' ? collator.compare(x, String(y)) : x - Number(y)
    return order * direction || a.client - b.client
  }
}
