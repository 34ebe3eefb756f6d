import { flows } from '@comeback/retention'
import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { rowIdParam } from '../http/row-id.ts'
import { activeImport } from '../imports/index.ts'
import { canListClients, canSeeReports } from '../permissions.ts'
import { getClientCard } from './client-card.ts'
import { type ColumnsCache, defaultAsOf } from './columns.ts'
import { columnsFor } from './columns-for.ts'
import { soon } from './forecast.ts'
import { getWorkspace } from './get-workspace.ts'
import { listClients, listPeopleBehind } from './list-people.ts'
import { nextPeople, readPlace } from './list-place.ts'
import { ClientsParams, PeopleParams, peopleCell, ReportParams, readList, readQuery } from './query.ts'
import { reportWithPrevious } from './report-with-previous.ts'
import {
  ClientCardAnswer,
  FlowsAnswer,
  PersonAnswer,
  PersonBehindAnswer,
  peoplePage,
  ReportAnswer,
  WorkspaceAnswer,
} from './schemas.ts'
import { besideAverages, limitedTo, ownClients, ownStaff, personFor, searchFor } from './seen-by.ts'
import { personBehindJson, personJson, reportWithPreviousJson } from './wire.ts'

const workspace = createRoute({
  method: 'get',
  path: '/workspace',
  middleware: allow(canSeeReports),
  summary: 'The workspace and what its data holds',
  responses: answers(WorkspaceAnswer, 'The workspace'),
})

const report = createRoute({
  method: 'get',
  path: '/reports/retention',
  middleware: allow(canSeeReports, 'retention'),
  summary: 'Retention report: who of the base period came back, by group, with the period before',
  request: { query: ReportParams },
  responses: answers(ReportAnswer, 'The report'),
})

const people = createRoute({
  method: 'get',
  path: '/reports/people',
  middleware: allow(canListClients, 'retention'),
  summary: 'The clients behind a number of the retention report; the lost list by default',
  request: { query: PeopleParams },
  responses: answers(peoplePage(PersonBehindAnswer), 'A page of clients'),
})

const flowsBetweenStaff = createRoute({
  method: 'get',
  path: '/reports/flows',
  middleware: allow(canSeeReports, 'retention'),
  summary: 'From the master of the anchor visit to the master of the next one',
  request: { query: ReportParams },
  responses: answers(FlowsAnswer, 'Flows between masters'),
})

const clients = createRoute({
  method: 'get',
  path: '/clients',
  middleware: allow(canListClients),
  summary: 'All clients with a visit, with search by name, phone or e-mail',
  request: { query: ClientsParams },
  responses: answers(peoplePage(PersonAnswer), 'A page of clients'),
})

const client = createRoute({
  method: 'get',
  path: '/clients/{id}',
  middleware: allow(canListClients),
  summary: 'One client with every appointment',
  request: { params: z.object({ id: rowIdParam }) },
  responses: answers(ClientCardAnswer, 'The client'),
})

/** Routes that read: reports, lists and the client card. */
export function reportRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(workspace, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const workspace = await getWorkspace(c.var.scope, columns, c.var.today)
      // a page is opening: by the time it asks for lists the model may be fitted
      if (workspace.asOf !== null) void soon(columns.lifetime(defaultAsOf(columns, c.var.today)))
      return c.json({ ...workspace, activeImport: await activeImport(c.var.scope) }, 200)
    })
    .openapi(report, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const { actor } = c.var
      const query = readQuery(c.req.valid('query'), defaultAsOf(columns, c.var.today))
      const answer =
        query.by === 'staff' && ownStaff(actor) !== null
          ? besideAverages(reportWithPrevious(columns.visits, query), actor)
          : reportWithPrevious(columns.visits, limitedTo(actor, query))
      return c.json(reportWithPreviousJson(answer), 200)
    })
    .openapi(people, async (c) => {
      c.header('cache-control', 'no-store')
      const params = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const { actor } = c.var
      const after = readPlace(c, params)
      const query = limitedTo(actor, readQuery(params, after?.asOf ?? defaultAsOf(columns, c.var.today)))
      const options = { ...params, after, search: searchFor(actor, params.search) }
      const { last, ...page } = await listPeopleBehind(c.var.scope, columns, query, peopleCell(params), options)
      const rows = page.rows.map((row) => personBehindJson(personFor(actor, row)))
      return c.json({ ...page, rows, next: nextPeople(c, params, query.asOf, last) }, 200)
    })
    .openapi(flowsBetweenStaff, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const query = readQuery(c.req.valid('query'), defaultAsOf(columns, c.var.today))
      const { staff, rows } = flows(columns.visits, query)
      const own = ownStaff(c.var.actor)
      return c.json({ staff, rows: own === null ? rows : rows.filter((row) => row.staff === own) }, 200)
    })
    .openapi(clients, async (c) => {
      c.header('cache-control', 'no-store')
      const columns = await columnsFor(cache, c.var)
      const list = readList(c.req.valid('query'))
      const after = readPlace(c, list)
      const asOf = after?.asOf ?? defaultAsOf(columns, c.var.today)
      const { actor } = c.var
      const options = { ...list, after, search: searchFor(actor, list.search) }
      const { last, ...page } = await listClients(c.var.scope, columns, asOf, options, ownClients(columns, actor))
      const rows = page.rows.map((row) => personJson(personFor(actor, row)))
      return c.json({ ...page, rows, next: nextPeople(c, list, asOf, last) }, 200)
    })
    .openapi(client, async (c) => {
      c.header('cache-control', 'no-store')
      const columns = await columnsFor(cache, c.var)
      const asOf = defaultAsOf(columns, c.var.today)
      return c.json(await getClientCard(c.var, columns, asOf, c.req.valid('param').id), 200)
    })
}
