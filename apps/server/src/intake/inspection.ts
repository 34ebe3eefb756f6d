import type { DateOrder } from './dates/dates.ts'
import type { Field } from './fields.ts'
import type { JoinBy } from './options.ts'
import type { TableFormat } from './readers/table.ts'

/** What a file is and how its columns will be read, before anything of it is used. */
export interface Inspection {
  format: TableFormat
  /** `null` for a workbook */
  encoding: string | null
  delimiter: string | null
  sheets: string[] | null
  sheet: string | null
  /** 1-based row the header stands in */
  headerRow: number
  columns: InspectedColumn[]
  /** fields without which nothing can be read: `starts_at`, or `client_id` when phone and e-mail are missing as well */
  missing: Field[]
  /** fields several columns name equally well: the mapping must decide */
  ambiguous: { field: Field; columns: string[] }[]
  /** columns left out because another one names their field more exactly */
  passedOver: { field: Field; column: string; chosen: string }[]
  settings: { dateOrder: DateOrder; country: string; currency: string; timeZone: string; joinBy: JoinBy }
  /** a date such as 03/04/2025 was seen and no value of the file, nor a setting, says which number is the month */
  dateOrderDoubtful: boolean
  /** status of rows without one, known from the file's name (`no-shows.csv`) */
  assumedStatus: 'no_show' | 'cancelled' | null
  preview: PreviewRow[]
}

interface InspectedColumn {
  /** the header as it stands in the file; a repeated one is numbered, an empty one is `#3` */
  header: string
  field: Field | null
  /** recognised, not chosen by a person */
  guessed: boolean
  samples: string[]
}

export interface PreviewRow {
  row: number
  values: Partial<Record<Field, string>>
}
