import { describe } from '@comeback/server/intake/describe'
import { INTAKE_ERROR_CODES, type IntakeErrorDetails } from '@comeback/server/intake/errors'
import { ApiError } from '../api/request.ts'
import type { ErrorBody, ErrorCode } from '../api/types.ts'
import { useText } from '../i18n/index.ts'

type Coded = Pick<ErrorBody, 'code' | 'message' | 'details'>

/**
 * A sentence for a person for what the server (or the connection to it) said. What is wrong with a file is said by
 * the reader's own sentences, which the command line shows too; everything else by the code.
 */
export function useErrorText(): (error: unknown) => string {
  const { say, language, words } = useText()
  return (error) => {
    if (!isCoded(error)) return say('errors.unknown', { message: String(error) })
    const details = error.details ?? {}
    const reason = INTAKE_ERROR_CODES.find((code) => code === (details.reason ?? error.code))
    if (reason) return describe({ code: reason, details: fileDetails(details) }, language)
    const sentences: Record<ErrorCode, string> = words.errors.codes
    const sentence = Object.entries(sentences).find(([code]) => code === error.code)?.[1]
    if (sentence === undefined) return say('errors.unknown', { message: error.message })
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(details[name] ?? ''))
  }
}

/** The server sends lists as one text and numbers as text; the sentences take them apart again. */
function fileDetails({ file, row, column, field, value }: NonNullable<ErrorBody['details']>): IntakeErrorDetails {
  const list = (text: string | number | undefined) => (text === undefined ? [] : String(text).split(', '))
  return {
    file: String(file ?? ''),
    row: Number(row ?? 0),
    column: String(column ?? ''),
    columns: list(column),
    field: String(field ?? ''),
    fields: list(field),
    value: String(value ?? ''),
    limit: Number(value ?? 0),
    sheets: list(value),
  }
}

function isCoded(error: unknown): error is Coded {
  return (
    error instanceof ApiError || (typeof error === 'object' && error !== null && 'code' in error && 'message' in error)
  )
}
