import type { LineTable } from '@comeback/retention'
import type { ClientLanguage } from '../languages.ts'

/** Where the status of an appointment comes from (METRICS, "Data quality"). The order is the code in the columns. */
export const STATUS_SOURCES = ['explicit', 'paid', 'inferred'] as const

/** Clients of a file, struct of arrays; index = client number in the lines. Unknown texts are ''. */
export interface ClientTable {
  /** what the CLI prints and what identifies the client in the workspace: client_id, else phone (E.164), else e-mail */
  key: string[]
  externalId: string[]
  name: string[]
  phone: string[]
  email: string[]
  /** whether they agreed to marketing: 0 unknown, 1 yes, 2 no */
  marketing: number[]
  /** `1990-03-14`, or `--03-14` where the year is not known */
  birthday: string[]
  language: ClientLanguage[]
}

/** The usable content of a visit file: line columns for the engine, and beside them what only the book keeps. */
export interface ParsedBook {
  lines: LineTable
  clients: ClientTable
  /** 1-based row of the file (its first row is row 1) each line came from */
  row: Int32Array
  /**
   * identity of appointment a in its source: `id:<appointment_id>`, `receipt:<number>|<day>|<location>` (both with
   * `|<client key>` behind for all but one of several clients), else
   * `<client key>|<local start>|<location>`, with `|2` … behind it for further walk-ins; made when first asked for
   */
  readonly appointmentKey: string[]
  /** UTC milliseconds per line, NaN unknown; a bare date is local midnight */
  startsAt: Float64Array
  bookedAt: Float64Array
  cancelledAt: Float64Array
  /** index into STATUS_SOURCES per line */
  statusSource: Uint8Array
  /** minor units per line, NaN unknown */
  price: Float64Array
  discount: Float64Array
  /** the client asked for this staff member: 0 unknown, 1 yes, 2 no */
  requested: Uint8Array
}

/** A row that could not be used, with what to do about it. `column` is the header as it stands in the file. */
export interface Reject {
  row: number
  column: string | null
  code: RejectCode
  /** the offending text, shortened */
  value: string
  /** other row of a disagreement */
  otherRow?: number
}

export const REJECT_CODES = [
  'missingDate',
  'impossibleDate',
  'badTime',
  'badAmount',
  'absurdAmount',
  'badStatus',
  'badKind',
  'badPhoneOnlyIdentity',
  'appointmentDisagrees',
  'rowTooLong',
  'wrongColumnCount',
  'badQuotes',
] as const
export type RejectCode = (typeof REJECT_CODES)[number]

/** Counts shown before any number. Those of what is missing count appointments, services only. */
export interface DataQuality {
  /** rows with something in them below the header = used + rejected */
  rows: number
  used: number
  rejected: number
  appointments: number
  clients: number
  firstDay: string | null
  lastDay: string | null
  statusSource: Record<(typeof STATUS_SOURCES)[number], number>
  /** appointments up to the as-of date with a blank or scheduled status */
  pastWithoutStatus: number
  withoutClient: number
  /** appointments of a client whose phone is not known */
  withoutPhone: number
  /** appointments with a line of unknown price, and with one nobody is named for */
  withoutPrice: number
  withoutStaff: number
  withoutBookedAt: number
  /** clients sharing a phone or an e-mail with another client */
  probableDuplicates: number
  /** clients whose rows name different phones: the first one is kept */
  severalPhones: number
  /** used rows whose phone cannot be read; the client is known by something else */
  unreadablePhones: number
  /** clients whose rows name different birthdays: the first one is kept */
  severalBirthdays: number
  /** used rows whose birthday cannot be read, is before 1900 or is to come */
  unreadableBirthdays: number
  /** used rows that name a language messages are not written in */
  unknownLanguages: number
  /** clients with a date that is surely not their birthday, see {@link placeholderBirthdays} */
  placeholderBirthdays: number
  /** rows of a bill several clients share, beyond those of the first client: each has an appointment of their own */
  sharedReceipts: number
  refunds: number
  products: number
}
