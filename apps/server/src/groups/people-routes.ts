import { createRoute } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canChangeGroups, canSeeGroups } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { columnsFor } from '../reports/columns-for.ts'
import { nextPeople, readPlace } from '../reports/list-place.ts'
import { ListParams } from '../reports/query.ts'
import { PersonAnswer, peoplePage } from '../reports/schemas.ts'
import { personFor, searchFor } from '../reports/seen-by.ts'
import { personJson } from '../reports/wire.ts'
import { findByContacts } from './find-by-contacts.ts'
import { countAndFirst, groupsAsOf, listMembers } from './group-people.ts'
import { membersOf, ruleMembers } from './members-of.ts'
import { ContactsAnswer, ContactsBody, GroupParam, PreviewAnswer, PreviewBody } from './schemas.ts'

/** Enough to see what is wrong with a list. */
const MISSING_TOLD = 100

const members = createRoute({
  method: 'get',
  path: '/groups/{id}/people',
  middleware: allow(canSeeGroups, 'winback'),
  summary: 'The people of a group',
  request: { params: GroupParam, query: ListParams },
  responses: answers(peoplePage(PersonAnswer), 'A page of clients'),
})

const preview = createRoute({
  method: 'post',
  path: '/groups/preview',
  middleware: allow(canSeeGroups, 'winback'),
  summary: 'Who would be in a live group of this rule; nothing is kept',
  request: { body: jsonBody(PreviewBody) },
  responses: answers(PreviewAnswer, 'How many, and the first of them'),
})

const contacts = createRoute({
  method: 'post',
  path: '/groups/contacts',
  middleware: allow(canChangeGroups, 'winback'),
  summary: 'Who is found by a pasted list or CSV file of phones, e-mails or client numbers; nothing is kept',
  request: { body: jsonBody(ContactsBody) },
  responses: answers(ContactsAnswer, 'How many were found, and the lines nobody was found by'),
})

/** Routes of who is, or would be, in a group. */
export function peopleRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(members, async (c) => {
      c.header('cache-control', 'no-store')
      const { actor, scope, today } = c.var
      const params = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const after = readPlace(c, params)
      const asOf = after?.asOf ?? groupsAsOf(columns, today)
      const ids = await membersOf(scope, columns, c.req.valid('param').id, asOf)
      const options = { ...params, after, search: searchFor(actor, params.search) }
      const { last, ...page } = await listMembers(scope, columns, asOf, ids, options)
      const rows = page.rows.map((row) => personJson(personFor(actor, row)))
      return c.json({ ...page, rows, next: nextPeople(c, params, asOf, last) }, 200)
    })
    .openapi(preview, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const asOf = groupsAsOf(columns, c.var.today)
      const ids = await ruleMembers(c.var.scope, columns, c.req.valid('json').rule, asOf)
      return c.json(await countAndFirst(c.var, columns, asOf, ids), 200)
    })
    .openapi(contacts, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const { clientIds, lines, missing } = await findByContacts(c.var.scope, columns, c.req.valid('json').contacts)
      const firstMissing = missing.slice(0, MISSING_TOLD)
      return c.json({ lines, found: clientIds.length, missing: missing.length, firstMissing }, 200)
    })
}
