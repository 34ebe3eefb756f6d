import { validate } from '@readme/openapi-parser'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './accounts/testing.ts'
import { migrate } from './database/migrate.ts'
import { openPglite } from './database/pglite.ts'

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
