import { ApiError } from '../api/request.ts'
import type { ErrorBody } from '../api/types.ts'
import { useText } from '../i18n/index.ts'

/** A sentence for a person for what the server (or the connection to it) said, by its code. */
export function useErrorText(): (error: unknown) => string {
  const { say, words } = useText()
  return (error) => {
    if (!isCoded(error))
      return say('errors.unknown', { message: error instanceof Error ? error.message : String(error) })
    const known: Record<string, string> = words.errors.codes
    const details = Object.fromEntries(
      Object.entries(error.details ?? {}).map(([name, value]) => [name, String(value)]),
    )
    const sentence = known[error.code]
    if (sentence === undefined) return say('errors.unknown', { message: error.message })
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => details[name] ?? '')
  }
}

function isCoded(error: unknown): error is ApiError | ErrorBody {
  return (
    error instanceof ApiError || (typeof error === 'object' && error !== null && 'code' in error && 'message' in error)
  )
}
