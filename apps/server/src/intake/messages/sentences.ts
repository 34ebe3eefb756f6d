import type { Status } from '@comeback/retention'
import type { IntakeErrorCode, IntakeErrorDetails } from '../errors.ts'
import type { Field } from '../fields.ts'
import type { RejectCode } from '../parsed-book.ts'

/** Blanks of a sentence about a file, as text. */
type Details = Omit<IntakeErrorDetails, 'columns' | 'fields' | 'field' | 'sheets'> & {
  columns: string
  fields: string
  field: string
  sheets: string
  /** the commonest reason why rows were left out, and what to do about it */
  because: string
}

/** Why a row was left out, and what to do about it. */
export interface RejectSentence {
  reason: string
  remedy: string
}

interface RejectDetails {
  value: string
  otherRow: number | undefined
  /** words a status may be */
  statuses: string
}

/** One language's sentences. */
export interface Sentences {
  errors: Record<IntakeErrorCode, (details: Details) => string>
  rejects: Record<RejectCode, (details: RejectDetails) => RejectSentence>
  fields: Record<Field, string>
  /** one well-known word for each status */
  statuses: Record<Exclude<Status, 'blank'>, string>
  /** headers of the file of rejects */
  rejectColumns: { row: string; reason: string; remedy: string }
}
