import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers, fileAnswers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, pageFields, readCursor } from '../http/paging.ts'
import { type Actor, canImport, canUndoImport } from '../permissions.ts'
import { cancelImport } from './cancel-import.ts'
import { confirmImport } from './confirm-import.ts'
import { correctImport } from './correct-import.ts'
import type { ImportDeps } from './deps.ts'
import { findImport, listImports } from './find-import.ts'
import { importJson } from './import-json.ts'
import { receiveUpload } from './receive-upload.ts'
import { rejectsFile } from './rejects-file.ts'
import { CorrectionBody, ImportAnswer, ImportParam, RejectsParams, UploadParams } from './schemas.ts'
import { undoImport } from './undo-import.ts'

const upload = createRoute({
  method: 'post',
  path: '/imports',
  middleware: allow(canImport),
  summary: 'Upload a visit file; it is inspected, nothing is stored until it is confirmed',
  request: {
    query: UploadParams,
    body: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: answers(ImportAnswer, 'The import, being inspected'),
})

const list = createRoute({
  method: 'get',
  path: '/imports',
  middleware: allow(canImport),
  summary: 'Every import, the latest first',
  request: { query: PageParams },
  responses: answers(z.object({ imports: z.array(ImportAnswer), ...pageFields }), 'A page of imports'),
})

const get = createRoute({
  method: 'get',
  path: '/imports/{id}',
  middleware: allow(canImport),
  summary: 'One import: its state, progress, inspection and result',
  request: { params: ImportParam },
  responses: answers(ImportAnswer, 'The import'),
})

const correct = createRoute({
  method: 'patch',
  path: '/imports/{id}',
  middleware: allow(canImport),
  summary: 'Choose another sheet, mapping or settings; the file is inspected again',
  request: {
    params: ImportParam,
    body: jsonBody(CorrectionBody),
  },
  responses: answers(ImportAnswer, 'The import, being inspected'),
})

const action = (name: string, can: (actor: Actor) => boolean, summary: string) =>
  createRoute({
    method: 'post',
    path: `/imports/{id}/${name}`,
    middleware: allow(can),
    summary,
    request: { params: ImportParam },
    responses: answers(ImportAnswer, 'The import'),
  })
const confirm = action('confirm', canImport, 'Store an inspected file')
const cancel = action('cancel', canImport, 'Discard a file, or stop storing it and take back what was stored')
const undo = action('undo', canUndoImport, 'Take the last import back: the book is as it was before')

const rejects = createRoute({
  method: 'get',
  path: '/imports/{id}/rejects.csv',
  middleware: allow(canImport),
  summary: 'Rows that could not be used, with the reasons',
  request: { params: ImportParam, query: RejectsParams },
  responses: fileAnswers('CSV'),
})

/** Routes of imports: upload, look, correct, confirm, cancel, undo. */
export function importRoutes(deps: ImportDeps) {
  return routes()
    .openapi(upload, async (c) => {
      const body = c.req.raw.body as ReadableStream<Uint8Array> | null
      const announcedSize = Number(c.req.header('content-length') ?? Number.NaN)
      const { name } = c.req.valid('query')
      return c.json(importJson(await receiveUpload(c.var.scope, deps, { name, body, announcedSize })), 200)
    })
    .openapi(list, async (c) => {
      const { limit } = c.req.valid('query')
      const page = { before: readCursor(c, z.number().int()), limit: limit + 1 }
      const { rows, last } = cutPage(await listImports(c.var.scope, page), limit)
      return c.json({ imports: rows.map(importJson), next: nextPage(c, last?.id ?? null) }, 200)
    })
    .openapi(get, async (c) => c.json(importJson(await findImport(c.var.scope, c.req.valid('param').id)), 200))
    .openapi(correct, async (c) => {
      const row = await correctImport(c.var.scope, deps, c.req.valid('param').id, c.req.valid('json'))
      return c.json(importJson(row), 200)
    })
    .openapi(confirm, async (c) => {
      return c.json(importJson(await confirmImport(c.var.scope, deps, c.req.valid('param').id, c.var.who)), 200)
    })
    .openapi(cancel, async (c) => {
      return c.json(importJson(await cancelImport(c.var.scope, deps, c.req.valid('param').id)), 200)
    })
    .openapi(undo, async (c) => {
      return c.json(importJson(await undoImport(c.var.scope, deps, c.req.valid('param').id, c.var.who)), 200)
    })
    .openapi(rejects, async (c) => {
      const { id } = c.req.valid('param')
      const file = await rejectsFile(c.var.scope, deps, id, c.req.valid('query').lang)
      return c.body(Readable.toWeb(createReadStream(file)) as globalThis.ReadableStream, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rejects-${id}.csv"`,
      })
    })
}
