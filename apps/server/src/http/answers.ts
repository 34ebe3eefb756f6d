import type { z } from '@hono/zod-openapi'
import { ErrorAnswer } from './errors.ts'

/** OpenAPI responses of a route that answers JSON of this schema, or fails in the one way. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    default: { description: 'What went wrong', content: { 'application/json': { schema: ErrorAnswer } } },
  }
}

/** OpenAPI responses of a route that answers a file to save. */
export function fileAnswers(description: string) {
  return {
    200: { description, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
    default: { description: 'What went wrong', content: { 'application/json': { schema: ErrorAnswer } } },
  } as const
}

/** OpenAPI request body of a route that takes JSON of this schema. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const
}
