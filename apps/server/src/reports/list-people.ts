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
  const { after = null, limit, sort, desc } = options
  const placed = async (): Promise<Placed[]> => {
    const idOf = ({ client }: Known) => columns.clientIds[client]!
    if (sort !== 'name') return found.map((row) => ({ row, key: SORTS[sort](row), id: idOf(row) }))
    // the nameless are not known by a name: they come last
    return (await withContacts(found)).map((row) => ({ row, key: row.name || null, id: idOf(row) }))
  }
  const compare = inOrder(desc)
  const sorted = (await placed()).sort(compare)
  const start = after === null ? 0 : firstAfter(sorted, after, compare)
  const page = sorted.slice(start, start + limit)
  const end = page.at(-1)
  return {
    total: found.length,
    forecast: forecastState(lifetime),
    rows: await withContacts(page.map(({ row }) => row)),
    last: end && start + limit < sorted.length ? { key: end.key, id: end.id } : null,
  }
}

interface Placed extends ListPlace {
  row: Known
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

/** What is not known comes last in either direction; then by id, so that pages do not shuffle. */
function inOrder(desc: boolean) {
  const direction = desc ? -1 : 1
  return (a: ListPlace, b: ListPlace): number => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.id - b.id
    const order = typeof a.key === 'string' ? collator.compare(a.key, String(b.key)) : Number(a.key) - Number(b.key)
    return order * direction || a.id - b.id
  }
}

/** Where in a sorted list the places after this one begin. */
function firstAfter(sorted: Placed[], after: ListPlace, compare: ReturnType<typeof inOrder>): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle]!, after) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
