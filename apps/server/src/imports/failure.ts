import { AppError, type ErrorDetails, knownFailure } from '../errors.ts'
import { describe, IntakeError } from '../intake/index.ts'
import { log } from '../log/index.ts'
import type { ImportFailure } from './import.ts'

/** What to tell of an error that ends an import; what nobody foresaw goes to the log and is `internal`. */
export function failureOf(error: unknown): ImportFailure {
  if (error instanceof IntakeError) {
    const { file, row, column, columns, field, fields, value, limit } = error.details
    const details: ErrorDetails = Object.fromEntries(
      Object.entries({
        reason: error.code,
        file,
        row,
        column: column ?? columns?.join(', '),
        field: field ?? fields?.join(', '),
        value: value ?? limit?.toString(),
      }).filter(([, detail]) => detail !== undefined),
    )
    return { code: 'unreadableFile', message: describe(error, 'en'), details }
  }
  const known = knownFailure(error)
  if (known) return { code: known.code, message: known.message, details: known.details }
  log.error('an import failed in a way nobody foresaw', {}, error)
  return { code: 'internal', message: 'Something went wrong on the server; its log says what', details: {} }
}

/** Whether trying again is of no use. */
export function isFinal(error: unknown): boolean {
  return error instanceof IntakeError || error instanceof AppError
}
