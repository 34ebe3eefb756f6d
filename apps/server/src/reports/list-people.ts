import {
  type Cell,
  type ClientSummary,
  type Day,
  type Outcome,
  peopleBehind,
  type ReportQuery,
  summariseClient,
} from '@comeback/retention'
import { type Contact, findContacts, searchClients } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { type Columns, clientIndex } from './columns.ts'

/** A client as a list shows them. */
export interface Person extends ClientSummary, Contact {
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
  lastVisit: (each: ClientSummary) => each.lastVisit,
  firstVisit: (each: ClientSummary) => each.firstVisit,
  daysSince: (each: ClientSummary) => each.daysSince,
  staff: (each: ClientSummary) => each.staff,
  service: (each: ClientSummary) => each.service,
  visits: (each: ClientSummary) => each.visits,
  revenue: (each: ClientSummary) => each.revenue,
  averageTicket: (each: ClientSummary) => each.averageTicket,
  expectedGap: (each: ClientSummary) => each.expectedGap,
  expectedOn: (each: ClientSummary) => each.expectedOn,
  daysOverdue: (each: ClientSummary) => daysOverdue(each),
  overdue: (each: ClientSummary) => each.overdue,
} as const

export type PeopleSort = 'name' | keyof typeof SORTS

export const PEOPLE_SORTS = ['name', ...Object.keys(SORTS)] as [PeopleSort, ...PeopleSort[]]

export interface ListOptions {
  search?: string | undefined
  sort: PeopleSort
  desc: boolean
  offset: number
  limit: number
}

export interface PeoplePage<T> {
  total: number
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
    total: page.total,
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
  const wanted = options.search ? await searchIndices(scope, columns, options.search) : null
  const candidates = among ?? Array.from(columns.clientIds, (_, client) => client)
  const summaries: ClientSummary[] = []
  for (const client of candidates) {
    if (wanted && !wanted.has(client)) continue
    const summary = summariseClient(columns.visits, cadence, client)
    if (summary) summaries.push(summary)
  }
  const contactsOf = (rows: ClientSummary[]) =>
    findContacts(
      scope,
      rows.map(({ client }) => columns.clientIds[client]!),
    )
  const withContacts = async (rows: ClientSummary[]) => {
    const contacts = await contactsOf(rows)
    return rows.map((summary) => ({
      ...summary,
      ...contacts.get(columns.clientIds[summary.client]!)!,
      daysOverdue: daysOverdue(summary),
    }))
  }
  const { offset, limit, sort, desc } = options
  if (sort === 'name') {
    const people = (await withContacts(summaries)).sort(byName)
    if (desc) people.reverse()
    return { total: people.length, rows: people.slice(offset, offset + limit) }
  }
  summaries.sort(by(SORTS[sort], desc))
  return { total: summaries.length, rows: await withContacts(summaries.slice(offset, offset + limit)) }
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
function by(keyOf: (each: ClientSummary) => number | string | null, desc: boolean) {
  const direction = desc ? -1 : 1
  return (a: ClientSummary, b: ClientSummary): number => {
    const x = keyOf(a)
    const y = keyOf(b)
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.client - b.client
    const order = typeof x === 'string' ? collator.compare(x, String(y)) : x - Number(y)
    return order * direction || a.client - b.client
  }
}
