import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import { cutPage, nextPage, readCursor } from '../http/paging.ts'
import { canChangeGroups, canSeeGroups } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { columnsFor } from '../reports/columns-for.ts'
import { awayOnWhenFrozen } from './away-on.ts'
import { changeGroup, removeGroup } from './change-group.ts'
import { countGroups } from './count-groups.ts'
import { findGroup, listGroups } from './find-groups.ts'
import { groupJson } from './group-json.ts'
import { countAndFirst, groupsAsOf } from './group-people.ts'
import { makeFrom } from './make-from.ts'
import { createFrozenGroup } from './make-group.ts'
import { groupMembersOf } from './members-of.ts'
import { peopleRoutes } from './people-routes.ts'
import {
  FreezeBody,
  GroupAnswer,
  GroupChangeBody,
  GroupParam,
  GroupsAnswer,
  GroupsParams,
  NewGroupBody,
} from './schemas.ts'

const see = allow(canSeeGroups, 'winback')
const change = allow(canChangeGroups, 'winback')
const list = createRoute({
  method: 'get',
  path: '/groups',
  middleware: see,
  summary: 'Groups of clients with how many people each has now, the newest first',
  request: { query: GroupsParams },
  responses: answers(GroupsAnswer, 'A page of groups'),
})

const make = createRoute({
  method: 'post',
  path: '/groups',
  middleware: change,
  summary: 'Make a group: live from a rule, or frozen from clients, a list of people, or pasted contacts',
  request: { body: jsonBody(NewGroupBody) },
  responses: answers(GroupAnswer, 'The group with its first people'),
})

const get = createRoute({
  method: 'get',
  path: '/groups/{id}',
  middleware: see,
  summary: 'One group with its rule, its count and its first people',
  request: { params: GroupParam },
  responses: answers(GroupAnswer, 'The group'),
})

const patch = createRoute({
  method: 'patch',
  path: '/groups/{id}',
  middleware: change,
  summary: 'Rename a group, archive it or bring it back, give a live one another rule',
  request: { params: GroupParam, body: jsonBody(GroupChangeBody) },
  responses: answers(GroupAnswer, 'The group as it is now'),
})

const remove = createRoute({
  method: 'delete',
  path: '/groups/{id}',
  middleware: change,
  summary: 'Delete a group; its people stay clients',
  request: { params: GroupParam },
  responses: answers(z.object({ done: z.literal(true) }), 'Deleted'),
})

const freeze = createRoute({
  method: 'post',
  path: '/groups/{id}/freeze',
  middleware: change,
  summary: 'Make a frozen group of those who are in a group now',
  request: { params: GroupParam, body: jsonBody(FreezeBody) },
  responses: answers(GroupAnswer, 'The frozen group'),
})

/** Routes of groups of clients. */
export function groupRoutes(cache: ColumnsCache) {
  const answerWith = async (c: Context<Env>, id: string) => {
    const columns = await columnsFor(cache, c.var)
    const asOf = groupsAsOf(columns, c.var.today)
    const group = await findGroup(c.var.scope, id)
    const members = await groupMembersOf(c.var.scope, columns, group, asOf)
    return { ...groupJson(group), ...(await countAndFirst(c.var, columns, asOf, members)) }
  }
  return routes()
    .openapi(list, async (c) => {
      const { archived, limit } = c.req.valid('query')
      const page = { archived, before: readCursor(c, z.uuid()), limit: limit + 1 }
      const { rows, last } = cutPage(await listGroups(c.var.scope, page), limit)
      const columns = await columnsFor(cache, c.var)
      const inUse = rows.filter(({ archivedAt }) => archivedAt === null)
      const counts = await countGroups(c.var.scope, columns, inUse, groupsAsOf(columns, c.var.today))
      const groups = rows.map((group) => ({ ...groupJson(group), count: counts.get(group.id) ?? null }))
      return c.json({ groups, next: nextPage(c, last?.id ?? null) }, 200)
    })
    .openapi(make, async (c) => {
      const id = await makeFrom(c.var, await columnsFor(cache, c.var), c.req.valid('json'))
      return c.json(await answerWith(c, id), 200)
    })
    .openapi(get, async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await answerWith(c, c.req.valid('param').id), 200)
    })
    .openapi(patch, async (c) => {
      const { id } = c.req.valid('param')
      await changeGroup(c.var.scope, c.var.who, id, c.req.valid('json'))
      return c.json(await answerWith(c, id), 200)
    })
    .openapi(remove, async (c) => {
      await removeGroup(c.var.scope, c.var.who, c.req.valid('param').id)
      return c.json({ done: true as const }, 200)
    })
    .openapi(freeze, async (c) => {
      const { scope, today, who } = c.var
      const columns = await columnsFor(cache, c.var)
      const asOf = groupsAsOf(columns, today)
      const group = await findGroup(scope, c.req.valid('param').id)
      const clientIds = await groupMembersOf(scope, columns, group, asOf)
      const copy = { name: c.req.valid('json').name, clientIds, awayOn: awayOnWhenFrozen(group, asOf), who }
      const id = await createFrozenGroup(scope, copy)
      return c.json(await answerWith(c, id), 200)
    })
    .route('/', peopleRoutes(cache))
}
