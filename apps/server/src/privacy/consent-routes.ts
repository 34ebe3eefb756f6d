import { createRoute } from '@hono/zod-openapi'
import { recordConsent } from '../consent/index.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canKeepConsents } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { clientConsents } from './client-consents.ts'
import { assertSeesClient } from './client-of.ts'
import { noteLanguage } from './note-language.ts'
import { ClientParam, ConsentBody, ConsentsAnswer, LanguageBody } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/clients/{id}/consents',
  middleware: allow(canKeepConsents),
  summary: 'What a client agreed to by channel and purpose, and how that came about',
  request: { params: ClientParam },
  responses: answers(ConsentsAnswer, 'The consents'),
})

const record = createRoute({
  method: 'post',
  path: '/clients/{id}/consents',
  middleware: allow(canKeepConsents),
  summary: 'Write down that a client agreed, or took it back; the history is only added to',
  request: {
    params: ClientParam,
    body: jsonBody(ConsentBody),
  },
  responses: answers(ConsentsAnswer, 'The consents as they are now'),
})

const language = createRoute({
  method: 'put',
  path: '/clients/{id}/language',
  middleware: allow(canKeepConsents),
  summary: 'Note the language a client reads: messages that are written in it reach them in it',
  request: { params: ClientParam, body: jsonBody(LanguageBody) },
  responses: answers(LanguageBody, 'As it is now'),
})

/** Routes of what clients agreed to, and the language they are written to in. */
export function consentRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param')
      await assertSeesClient(c, cache, id)
      return c.json(await clientConsents(c.var.scope, id), 200)
    })
    .openapi(record, async (c) => {
      const { id } = c.req.valid('param')
      await assertSeesClient(c, cache, id)
      await recordConsent(c.var.scope, c.var.who, id, c.req.valid('json'))
      return c.json(await clientConsents(c.var.scope, id), 200)
    })
    .openapi(language, async (c) => {
      const { id } = c.req.valid('param')
      const asked = c.req.valid('json')
      await assertSeesClient(c, cache, id)
      await noteLanguage(c.var.scope, c.var.who, id, asked.language)
      return c.json(asked, 200)
    })
}
