import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@readme/openapi-parser'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './accounts/testing.ts'
import { migrate } from './database/migrate.ts'
import { openPglite } from './database/pglite.ts'
import { ERROR_TABLE } from './errors.ts'

type Json = { [name: string]: unknown }

let document: Json
let close: () => Promise<void>
beforeAll(async () => {
  const store = await openPglite()
  await migrate(store)
  const app = await openApp(store)
  document = (await app.visitor().get('/openapi.json')).body
  close = async () => {
    await app.close()
    await store.close()
  }
})
afterAll(() => close())

test('the description is OpenAPI 3.1', async () => {
  expect(document.openapi).toBe('3.1.0')
  const result = await validate(structuredClone(document) as never)
  expect(result.valid ? [] : result.errors).toEqual([])
})

test('every example is what its schema says', () => {
  const check = schemaChecker(document)
  const wrong: string[] = []
  let count = 0
  walk(document, '#', (node, at) => {
    for (const example of examplesOf(node)) {
      count++
      const validateExample = check('schema' in node ? `${at}/schema` : at)
      if (!validateExample(example)) wrong.push(`${at}: ${JSON.stringify(validateExample.errors?.[0])}`)
    }
  })
  expect(wrong).toEqual([])
  expect(count).toBeGreaterThan(50)
})

test('every route has examples of what it takes and answers, and says how it fails', () => {
  const missing = operations().flatMap(({ name, operation }) => {
    const { parameters = [], requestBody, responses } = operation
    const content = [requestBody?.content, responses[200]?.content].map((each) => each?.['application/json'])
    const lacks = content.some((each) => each && !('example' in each))
    const bare = parameters.filter(({ example, schema }) => example === undefined && schema?.example === undefined)
    const mute = ['400', '401', '403', '404', '409', '413', '415', '422', '429', '500'].filter(
      (each) => !responses[each],
    )
    return lacks || bare.length > 0 || mute.length > 0 ? [`${name} ${bare.map((each) => each.name)} ${mute}`] : []
  })
  // after a route was added or changed: node scripts/run.mjs scripts/record-examples.ts
  expect(missing).toEqual([])
})

test('docs/errors.md lists every code there is', () => {
  const rows = ERROR_TABLE.map(({ code, status, message }) => `| \`${code}\` | ${status} | ${message} |`)
  const written = readFileSync(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8')
  expect(written.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})

interface Operation {
  parameters?: { name: string; example?: unknown; schema?: Json }[]
  requestBody?: { content: Record<string, Json> }
  responses: Record<string, { content?: Record<string, Json> }>
}

function operations() {
  return Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  )
}

/** The example of a schema, or those of a parameter, body or answer. */
function examplesOf(node: Json): unknown[] {
  if (!('schema' in node)) return typeof node.type === 'string' && 'example' in node ? [node.example] : []
  const named = Object.values((node.examples ?? {}) as Record<string, { value: unknown }>).map(({ value }) => value)
  return 'example' in node ? [node.example, ...named] : named
}

function schemaChecker(schema: Json): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addFormat('binary', true)
  ajv.addFormat('password', true)
  ajv.addSchema(schema, 'openapi')
  return (pointer) => ajv.getSchema(`openapi${pointer}`) ?? ajv.compile({ $ref: `openapi${pointer}` })
}

function walk(node: unknown, at: string, visit: (node: Json, at: string) => void) {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Json, at)
  for (const [name, value] of Object.entries(node)) {
    if (name === 'example' || name === 'examples') continue
    walk(value, `${at}/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`, visit)
  }
}
