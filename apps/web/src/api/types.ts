import type { AppType } from '@comeback/server'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'

/**
 * What the server takes and answers, told by its own routes: the contract is written once, there. Dates are local
 * days `YYYY-MM-DD`, money is integer minor units, absent is null.
 */
type Api = ReturnType<typeof hc<AppType>>['api']
type Answer<Route> = InferResponseType<Route, 200>

export type Day = string

export type Workspace = Answer<Api['workspace']['$get']>
export type Report = Answer<Api['reports']['retention']['$get']>
export type Row = Report['total']
export type Counts = Row['new']
export type PreviousReport = NonNullable<Report['previous']>
export type Flows = Answer<Api['reports']['flows']['$get']>
export type FlowRow = Flows['rows'][number]

export type Outcome = NonNullable<InferRequestType<Api['reports']['people']['$get']>['query']['outcome']>
/** The outcomes that share out the served clients, in the order every picture draws them. */
export const PARTS = ['returned', 'outside', 'booked', 'open', 'lost'] as const satisfies Outcome[]
export type Part = (typeof PARTS)[number]
/** Every count of a report that can be opened into its people. */
export const OUTCOMES = ['served', 'missed', 'returnedSame', ...PARTS] as const satisfies Outcome[]

type Groupings = Exclude<Report['by'], 'all'>
export const GROUPINGS = [
  'staff',
  'service',
  'category',
  'location',
  'source',
  'newness',
] as const satisfies Groupings[]
export type Grouping = (typeof GROUPINGS)[number]

type Listed = Answer<Api['clients']['$get']>['rows'][number]
type Behind = Answer<Api['reports']['people']['$get']>['rows'][number]
/** A client on a list; those behind a number also say what became of them. Unknown name, phone and e-mail are ''. */
export type Person = Listed & Partial<Pick<Behind, 'outcome' | 'anchor' | 'isNew'>>
export interface PeoplePage {
  total: number
  rows: Person[]
}
export type ClientState = NonNullable<Person['state']>

export type ClientCard = Answer<Api['clients'][':id']['$get']>
export type Appointment = ClientCard['appointments'][number]

export type Import = Answer<Api['imports'][':id']['$get']>
export type ImportState = Import['state']
export type Inspection = NonNullable<Import['inspection']>
export type ImportColumn = Inspection['columns'][number]
export type Quality = NonNullable<Inspection['quality']>
/** What a person corrects before confirming; the server inspects the file again. */
export type ImportCorrection = InferRequestType<Api['imports'][':id']['$patch']>['json']

/** Everything the server can refuse with, and what only the page can know: no answer, or none it understands. */
export type ErrorCode = NonNullable<Import['error']>['code'] | 'offline' | 'unreadable'

export interface ErrorBody {
  code: string
  message: string
  details?: Record<string, string | number> | null
}
