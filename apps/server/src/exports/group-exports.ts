import { createRoute } from '@hono/zod-openapi'
import { GroupParam, groupsAsOf, listMembers, membersOf } from '../groups/index.ts'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canExportGroups } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { columnsFor } from '../reports/columns-for.ts'
import { ListParams } from '../reports/query.ts'
import { personFor, searchFor } from '../reports/seen-by.ts'
import { currencyOf, download, EVERYONE, fitted, ListFileParams, namedAsOf } from './download.ts'
import { notePeople } from './note-export.ts'
import { peopleSheet } from './people-sheet.ts'

const members = createRoute({
  method: 'get',
  path: '/exports/groups/{id}',
  middleware: [allow(canExportGroups, 'winback'), allow(canExportGroups, 'files')] as const,
  summary: 'The people of a group as a file',
  request: { params: GroupParam, query: ListParams.extend(ListFileParams.shape) },
  responses: fileAnswers('CSV or XLSX'),
})

/** Routes that answer groups as files. */
export function groupExports(cache: ColumnsCache) {
  return routes().openapi(members, async (c) => {
    const { id } = c.req.valid('param')
    const params = c.req.valid('query')
    const { actor, scope, today } = c.var
    const columns = await columnsFor(cache, c.var)
    const asOf = groupsAsOf(columns, today)
    const ids = await membersOf(scope, columns, id, asOf)
    await fitted(columns, asOf)
    const options = { ...params, search: searchFor(actor, params.search), ...EVERYONE }
    const page = await listMembers(scope, columns, asOf, ids, options)
    const people = page.rows.map((row) => personFor(actor, row))
    const sheet = peopleSheet(people, params.columns, await currencyOf(c, columns), params.lang)
    await notePeople(c, people.length, { list: 'group', group: id, format: params.format })
    return await download(c, sheet, namedAsOf('group', asOf), params.format)
  })
}
