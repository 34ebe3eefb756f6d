import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { ERROR_TABLE } from '../errors.ts'
import { failure } from './errors.ts'

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>

interface Content {
  [type: string]: { schema?: unknown; example?: unknown; examples?: Record<string, { value: unknown }> }
}

interface Parameter {
  name?: string
  schema?: { example?: unknown; default?: unknown; enum?: unknown[]; format?: string; type?: string }
  example?: unknown
}

interface Operation {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, Response>
}

interface Response {
  description?: string
  content?: Content
  headers?: object
  $ref?: string
}

/** What requests and answers of an operation look like, recorded on the demo salon by scripts/record-examples.ts. */
interface Example {
  body?: unknown
  answer?: unknown
}

const EXAMPLES: Record<string, Example> = JSON.parse(readFileSync(join(import.meta.dirname, 'examples.json'), 'utf8'))

const WRITES = ['post', 'put', 'patch', 'delete']
/** Routes outside of a workspace: no Idempotency-Key there. */
const WAYS_IN = /^\/api\/(session|registration|invitations|operator|host)\b/

const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example })
const header = (name: string, description: string, example: string) => ({
  ...{ name, in: 'header', required: false },
  ...text(description, example),
})

const IDEMPOTENCY_KEY = header(
  'Idempotency-Key',
  'The same key with the same request within 24 hours is answered the same, and done once',
  '6a0f2f0e-1d1c-4f6e-9e1c-0b5b2f0f7a11',
)
const IF_NONE_MATCH = header('If-None-Match', 'ETag of the answer one has: 304 when it is still the same', 'W/"q3Zk…"')
const LIMITS = {
  'RateLimit-Policy': text('Requests (q) in so many seconds (w)', '"requests";q=600;w=60'),
  RateLimit: text('Requests left (r), and seconds until all are back (t)', '"requests";r=597;t=42'),
}

/** Adds to the routes' own description what all of them share: errors by status, headers, and examples. */
export function describeFully(document: Document): Document {
  document.components = { ...document.components, responses: failures() as never }
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, found] of Object.entries(methods ?? {})) {
      const operation = found as Operation
      const name = `${method.toUpperCase()} ${path}`
      for (const parameter of operation.parameters ?? []) addExampleOf(parameter)
      describeErrors(operation)
      describeHeaders(operation, method, path)
      addExamples(operation, EXAMPLES[name] ?? {})
    }
  }
  return document
}

/** What parameters whose schema has no example look like. */
const BY_NAME: Record<string, unknown> = {
  token: 'secret part of the link',
  search: 'Олена',
  cursor: 'q3ZkV1x0…',
  group: 'Марта',
  key: 'Марта',
  staff: 'Марта',
  anchorStaff: 'Марта',
  nextStaff: 'Юлія',
  columns: 'name,phone,lastVisit',
  name: 'visits.csv',
  who: 'commandLine',
  text: 'експорт',
  months: 24,
  state: 'due',
  desc: 'true',
  newOnly: 'true',
  first: 'true',
}
const UUID = '019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5e'

function addExampleOf(parameter: Parameter) {
  const { name = '', schema = {} } = parameter
  if (parameter.example !== undefined || schema.example !== undefined) return
  parameter.example = schema.format === 'uuid' ? UUID : (BY_NAME[name] ?? schema.default ?? schema.enum?.[0] ?? 1)
}

const STATUSES = [...new Set(ERROR_TABLE.map(({ status }) => status))]
const nameOf = (status: number) => `Failure${status}`

/** The answers of failing, one for each status with all the codes it may carry. */
function failures(): Record<string, Response> {
  const schema = { $ref: '#/components/schemas/Error' }
  return Object.fromEntries(
    STATUSES.map((status) => {
      const errors = ERROR_TABLE.filter((error) => error.status === status)
      const examples = Object.fromEntries(errors.map(({ code, message }) => [code, { value: failure(code, message) }]))
      const description = errors.map(({ code }) => code).join(', ')
      return [nameOf(status), { description, content: { 'application/json': { schema, examples } } }]
    }),
  )
}

/** Every route that answers JSON when it fails points to the same failures: written out in each they were nine tenths of it. */
function describeErrors({ responses }: Operation) {
  if (!responses.default?.content?.['application/json']) return
  for (const status of STATUSES) responses[status] = { $ref: `#/components/responses/${nameOf(status)}` }
  delete responses.default
}

function describeHeaders(operation: Operation, method: string, path: string) {
  const asked = (parameter: Parameter) => {
    operation.parameters = [...(operation.parameters ?? []), parameter]
  }
  if (WRITES.includes(method) && !WAYS_IN.test(path)) asked(IDEMPOTENCY_KEY)
  const isTagged = method === 'get' && /^\/api\/(reports\/(?!.*people)|quality)/.test(path)
  if (isTagged) asked(IF_NONE_MATCH)
  const good = operation.responses[200]
  if (!good) return
  const isList = JSON.stringify(operation.parameters ?? []).includes('"cursor"')
  good.headers = {
    ...LIMITS,
    ...(isTagged && { ETag: text('Of the data, the rules, the question and who asks', 'W/"q3Zk…"') }),
    ...(isList && { Link: text('Address of the next page', '</api/clients?limit=100&cursor=…>; rel="next"') }),
  }
  if (isTagged) operation.responses[304] = { description: 'What you have is still right' }
}

function addExamples({ requestBody, responses }: Operation, { body, answer }: Example) {
  const sent = requestBody?.content['application/json']
  if (sent && body !== undefined) sent.example = body
  const got = responses[200]?.content?.['application/json']
  if (got && answer !== undefined) got.example = answer
}
