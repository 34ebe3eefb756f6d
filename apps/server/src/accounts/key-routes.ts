import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, readCursor } from '../http/paging.ts'
import { canManageKeys } from '../permissions.ts'
import { listKeys, makeKey, revokeKey } from './api-keys.ts'
import { KeyParam, KeysAnswer, MadeKeyAnswer, NewKeyBody } from './key-schemas.ts'
import { Done } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/keys',
  middleware: allow(canManageKeys),
  summary: 'Keys of the workspace, the newest first, with those revoked',
  request: { query: PageParams },
  responses: answers(KeysAnswer, 'A page of keys'),
})

const make = createRoute({
  method: 'post',
  path: '/keys',
  middleware: allow(canManageKeys, 'api'),
  summary: 'Make a key for a program',
  request: { body: { content: { 'application/json': { schema: NewKeyBody } }, required: true } },
  responses: answers(MadeKeyAnswer, 'The key'),
})

const revoke = createRoute({
  method: 'delete',
  path: '/keys/{id}',
  middleware: allow(canManageKeys),
  summary: 'Revoke a key: it never works again',
  request: { params: KeyParam },
  responses: answers(Done, 'Revoked'),
})

/** Routes of the keys programs come with. */
export function keyRoutes() {
  return routes()
    .openapi(list, async (c) => {
      const { limit } = c.req.valid('query')
      const found = await listKeys(c.var.scope, { before: readCursor(c, z.uuid()), limit: limit + 1 })
      const { rows, last } = cutPage(found, limit)
      return c.json({ keys: rows, next: nextPage(c, last?.id ?? null) }, 200)
    })
    .openapi(make, async (c) => {
      const { name, scopes, expiresAt } = c.req.valid('json')
      const made = await makeKey(c.var.scope, c.var.who, {
        ...{ name, scopes: [...new Set(scopes)] },
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      })
      return c.json(made, 200)
    })
    .openapi(revoke, async (c) => {
      await revokeKey(c.var.scope, c.var.who, c.req.valid('param').id)
      return c.json({ done: true as const }, 200)
    })
}
