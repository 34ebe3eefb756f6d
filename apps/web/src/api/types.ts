import type { ColumnMapping, Field, JoinBy, Reject } from '@comeback/server/intake'

/**
 * What the server answers under /api. Dates are local days `YYYY-MM-DD`, money is integer minor units, absent is null.
 */
export type Day = string

export const GROUPINGS = ['staff', 'service', 'category', 'location', 'source', 'newness'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const OUTCOMES = ['served', 'returned', 'returnedSame', 'open', 'missed', 'outside', 'booked', 'lost'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The outcomes that share out the served clients, in the order every picture draws them. */
export const PARTS = ['returned', 'outside', 'booked', 'open', 'lost'] as const
export type Part = (typeof PARTS)[number]

export interface Workspace {
  id: string
  name: string
  currency: string
  timeZone: string
  country: string
  isDemo: boolean
  firstDay: Day | null
  dataThrough: Day | null
  asOf: Day | null
  shortHistory: boolean
  counts: { clients: number; appointments: number; lines: number; visits: number }
  activeImport: number | null
  dimensions: { staff: string[]; services: string[]; categories: string[]; locations: string[]; sources: string[] }
}

export type Rule = { kind: 'period'; from: Day; to: Day } | { kind: 'window'; days: number }

export interface Counts {
  served: number
  returned: number
  open: number
  missed: number
  outside: number
  booked: number
  lost: number
  rate: number | null
}

export interface Row extends Counts {
  key: string | null
  rateLow: number | null
  rateHigh: number | null
  returnedSame: number
  rateSame: number | null
  visits: number
  revenue: number | null
  averageTicket: number | null
  new: Counts
}

export interface Span {
  from: Day
  to: Day
}

export interface PreviousReport {
  base: Span
  rule: Rule
  over: boolean
  total: Row
  change: { difference: number; low: number; high: number; significant: boolean } | null
}

export interface Report {
  asOf: Day
  base: Span
  rule: Rule
  closesOn: Day
  over: boolean
  mayNotBeNew: boolean
  by: Grouping | 'all'
  total: Row
  rows: Row[]
  previous: PreviousReport | null
}

export const STATES = ['booked', 'active', 'due', 'atRisk', 'longOverdue'] as const
export type ClientState = (typeof STATES)[number]

export interface Person {
  id: number
  /** '' when it is not known, as in phone and email */
  name: string
  phone: string
  email: string
  firstVisit: Day
  lastVisit: Day
  daysSince: number
  staff: string | null
  service: string | null
  visits: number
  revenue: number | null
  averageTicket: number | null
  expectedGap: number | null
  expectedOn: Day | null
  overdue: number | null
  daysOverdue: number | null
  state: ClientState | null
  outcome?: Part | null
  anchor?: Day | null
  isNew?: boolean
}

export interface PeoplePage {
  total: number
  rows: Person[]
}

export interface FlowRow {
  staff: string | null
  stayed: number
  moved: number
  missed: number
  open: number
  to: { staff: string | null; clients: number }[]
}

export interface Flows {
  staff: (string | null)[]
  rows: FlowRow[]
}

export type AppointmentStatus = 'blank' | 'completed' | 'scheduled' | 'cancelled' | 'no_show'

export interface AppointmentLine {
  staff: string | null
  service: string | null
  category: string | null
  price: number | null
  discount: number | null
  revenue: number | null
  product: boolean
}

export interface Appointment {
  day: Day
  time: string | null
  status: AppointmentStatus
  location: string | null
  bookedDay: Day | null
  lines: AppointmentLine[]
}

export interface ClientCard {
  client: Person & { externalId: string; source: string | null }
  appointments: Appointment[]
  visitDays: Day[]
}

export type ImportState =
  | 'uploading'
  | 'inspecting'
  | 'ready'
  | 'storing'
  | 'done'
  | 'cancelling'
  | 'cancelled'
  | 'undoing'
  | 'undone'
  | 'failed'

export interface ErrorBody {
  code: string
  message: string
  details?: Record<string, string | number> | null
}

export interface Quality {
  rows: number
  used: number
  rejected: number
  appointments: number
  clients: number
  firstDay: Day | null
  lastDay: Day | null
  statusSource: { explicit: number; paid: number; inferred: number }
  pastWithoutStatus: number
  withoutClient: number
  withoutPhone: number
  withoutPrice: number
  withoutStaff: number
  withoutBookedAt: number
  probableDuplicates: number
  severalPhones: number
  unreadablePhones: number
  sharedReceipts: number
  refunds: number
  products: number
}

export interface ImportSettings {
  dateOrder: 'dmy' | 'mdy'
  country: string
  currency: string
  timeZone: string
  pastScheduled: 'completed' | 'ignored'
  joinBy: JoinBy
}

export interface ImportColumn {
  header: string
  field: Field | null
  guessed: boolean
  samples: string[]
}

export interface Inspection {
  encoding: string | null
  delimiter: string | null
  format: 'csv' | 'xlsx'
  sheets: string[] | null
  sheet: string | null
  columns: ImportColumn[]
  missing: Field[]
  ambiguous: { field: Field; columns: string[] }[]
  dateOrderDoubtful: boolean
  assumedStatus: 'no_show' | 'cancelled' | null
  settings: ImportSettings
  preview: { row: number; values: Partial<Record<Field, string>> }[]
  /** null while columns are missing or ambiguous */
  quality: Quality | null
  rejects: Reject[]
  rejectCount: number
}

export interface Import {
  id: number
  fileName: string
  size: number
  state: ImportState
  progress: { done: number; total: number } | null
  createdAt: string
  error: ErrorBody | null
  inspection: Inspection | null
  result: { created: number; updated: number; unchanged: number; clientsCreated: number } | null
}

/** What a person corrects before confirming; the server inspects the file again. */
export interface ImportCorrection {
  sheet?: string
  mapping?: ColumnMapping
  settings?: Partial<ImportSettings>
}
