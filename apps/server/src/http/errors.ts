import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError, ERROR_CODES, type ErrorCode, type ErrorDetails, knownFailure } from '../errors.ts'
import { log } from '../log/index.ts'

/** What every failed request answers; the page shows the sentence of the code in the person's language. */
export const ErrorAnswer = z
  .object({
    error: z.object({
      code: z.enum(ERROR_CODES),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  })
  .openapi('Error')

export function failure(code: ErrorCode, message: string, details: ErrorDetails = {}) {
  return { error: { code, message, details } }
}

/** After how many seconds it is worth asking again. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = {
  databaseUnavailable: 5,
  databaseBusy: 2,
  tooManyTries: 60,
  requestAtWork: 1,
}

/** What the framework says of a body that is no JSON. */
const MALFORMED = 'Malformed JSON in request body'

/** Last resort of the app: known failures answer their code, everything else is logged and says nothing. */
export function answerError(error: Error, c: Context) {
  const known = knownFailure(error)
  if (known) {
    if (known.status >= 500) log.warn('a request failed', { code: known.code }, error)
    const seconds = RETRY_AFTER[known.code]
    if (seconds !== undefined) c.header('retry-after', String(seconds))
    return c.json(failure(known.code, known.message, known.details), known.status)
  }
  if (error instanceof HTTPException && error.message === MALFORMED)
    return answerError(new AppError('malformedJson'), c)
  if (error instanceof HTTPException) return c.json(failure('badRequest', error.message), error.status)
  log.error('a request failed in a way nobody foresaw', {}, error)
  const unknown = new AppError('internal')
  return c.json(failure(unknown.code, unknown.message), unknown.status)
}
