import type { Day } from '@comeback/retention'
import { exponentOf } from '../currency.ts'
import type { DateOrder } from './dates/dates.ts'
import { IntakeError } from './errors.ts'
import type { ColumnMapping } from './fields.ts'
import type { KnownStatus } from './statuses/words.ts'
import { normaliseWords } from './words/normalise.ts'

/** How to read a file. Everything has a default; the workspace's settings come in here. */
export interface IntakeOptions {
  /** name the file had when it was uploaded; default: the path's */
  fileName?: string
  mapping?: ColumnMapping
  /** of a text file; default the one under which its words make sense */
  encoding?: string
  /** sheet of a workbook; default the first one that looks like visits */
  sheet?: string
  /** what words of the status column mean that are not known */
  statuses?: Readonly<Record<string, KnownStatus>>
  /** order of `03/04/2025`; default month-first when a value in the file proves it, else day-first */
  dateOrder?: DateOrder
  /** ISO 3166: country of phones written without one */
  country?: string
  /** ISO 4217: currency of the prices */
  currency?: string
  /** IANA zone of naive times and of local days */
  timeZone?: string
  joinBy?: JoinBy
  /** today's local day; default by the clock */
  today?: Day
  /** day at whose end the data quality is told; default the last completed visit, never later than today */
  asOf?: Day
  /** rows beyond which the file is refused */
  maxRows?: number
}

/**
 * What makes rows the same client where they have both; `name`: also rows with nothing but a name, which takes
 * namesakes for one client.
 */
export const JOIN_BY = ['clientId', 'phone', 'name'] as const
export type JoinBy = (typeof JOIN_BY)[number]

export interface IntakeSettings {
  country: string
  currency: string
  /** decimals of the currency */
  exponent: number
  timeZone: string
  joinBy: JoinBy
  /** by normalised word */
  statuses: ReadonlyMap<string, KnownStatus>
  today: Day
  maxRows: number
}

/** The options with their defaults. Throws IntakeError `badSetting`; country and zone are checked where they are used. */
export function settingsOf(options: IntakeOptions): IntakeSettings {
  const { currency = 'UAH', timeZone = 'Europe/Kyiv' } = options
  const exponent = exponentOf(currency)
  if (exponent === null) throw new IntakeError('badSetting', { field: 'currency', value: currency })
  return {
    country: options.country ?? 'UA',
    currency,
    exponent,
    timeZone,
    joinBy: options.joinBy ?? 'clientId',
    statuses: new Map(Object.entries(options.statuses ?? {}).map(([word, status]) => [normaliseWords(word), status])),
    today: options.today ?? todayIn(timeZone),
    maxRows: options.maxRows ?? 5_000_000,
  }
}

function todayIn(timeZone: string): Day {
  try {
    const { year, month, day } = Temporal.Now.plainDateISO(timeZone)
    return Date.UTC(year, month - 1, day) / 86_400_000
  } catch {
    throw new IntakeError('badSetting', { field: 'timeZone', value: timeZone })
  }
}
