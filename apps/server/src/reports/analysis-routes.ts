import {
  baseHealth,
  cohorts,
  compareStaff,
  otherTools,
  rebooking,
  rebookingPeople,
  returnCurve,
} from '@comeback/retention'
import { createRoute } from '@hono/zod-openapi'
import { clientsWithPhone } from '../book/index.ts'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canListClients, canSeeReports, canSeeSalonReports } from '../permissions.ts'
import {
  CohortsAnswer,
  ComparisonAnswer,
  CurveAnswer,
  HealthAnswer,
  OtherToolsAnswer,
  RebookingAnswer,
} from './analysis-schemas.ts'
import { cohortJson, healthJson, toolJson } from './analysis-wire.ts'
import { type ColumnsCache, defaultAsOf } from './columns.ts'
import { columnsFor } from './columns-for.ts'
import { listClients } from './list-people.ts'
import { nextPeople, readPlace } from './list-place.ts'
import {
  AsOfParams,
  CurveParams,
  RebookingParams,
  RebookingPeopleParams,
  ReturnParams,
  readAsOf,
  readQuery,
  readSelection,
  rebookingCell,
} from './query.ts'
import { PersonAnswer, peoplePage } from './schemas.ts'
import { limitedTo, ownRows, ownStaff, personFor, searchFor } from './seen-by.ts'
import { personJson } from './wire.ts'

const curve = createRoute({
  method: 'get',
  path: '/reports/curve',
  middleware: allow(canSeeReports, 'retention'),
  summary: 'Return curve: share back by days since the visit, with 95 % limits, by group',
  request: { query: CurveParams },
  responses: answers(CurveAnswer, 'The curves'),
})

const cohortTable = createRoute({
  method: 'get',
  path: '/reports/cohorts',
  middleware: allow(canSeeSalonReports, 'retention'),
  summary: 'Of the clients first seen in a month, the share and revenue of each month after it',
  request: { query: AsOfParams },
  responses: answers(CohortsAnswer, 'The cohorts, oldest first'),
})

const rebookingRate = createRoute({
  method: 'get',
  path: '/reports/rebooking',
  middleware: allow(canSeeReports, 'retention'),
  summary: 'Rebooking rate (OPZ): visits after which the client left with the next appointment booked',
  request: { query: RebookingParams },
  responses: answers(RebookingAnswer, 'The rate, or why it cannot be known'),
})

const rebookingPeopleList = createRoute({
  method: 'get',
  path: '/reports/rebooking/people',
  middleware: allow(canListClients, 'retention'),
  summary: 'The clients behind a number of the rebooking rate; those who left without an appointment by default',
  request: { query: RebookingPeopleParams },
  responses: answers(peoplePage(PersonAnswer), 'A page of clients'),
})

const health = createRoute({
  method: 'get',
  path: '/reports/health',
  middleware: allow(canSeeSalonReports),
  summary: 'New, returning and regular clients, their tickets, cancellations and no-shows by month',
  request: { query: AsOfParams },
  responses: answers(HealthAnswer, 'The months, oldest first'),
})

const comparison = createRoute({
  method: 'get',
  path: '/reports/comparison',
  middleware: allow(canSeeReports, 'fairComparison'),
  summary: 'Fair comparison of masters: each against what the others achieve with the same mix of clients',
  request: { query: ReturnParams },
  responses: answers(ComparisonAnswer, 'The masters, or why they cannot be compared yet'),
})

const tools = createRoute({
  method: 'get',
  path: '/reports/other-tools',
  middleware: allow(canSeeSalonReports, 'retention'),
  summary: 'What other tools would print for the same question, by their published rules',
  request: { query: ReturnParams },
  responses: answers(OtherToolsAnswer, 'A number for each tool'),
})

/** Routes of the analyses beside the retention report. */
export function analysisRoutes(cache: ColumnsCache) {
  return routes()
    .openapi(curve, async (c) => {
      const { by, first, ...params } = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const selection = readSelection(params, defaultAsOf(columns, c.var.today))
      const { actor } = c.var
      if (by !== 'staff' || ownStaff(actor) === null) {
        return c.json(returnCurve(columns.visits, { ...limitedTo(actor, selection), by, first }), 200)
      }
      // beside the others' curves a master's own is told, without the others
      const { exactUpTo, groups } = returnCurve(columns.visits, { ...selection, by, first })
      return c.json({ exactUpTo, groups: ownRows(actor, groups), logRank: null }, 200)
    })
    .openapi(cohortTable, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const asOf = readAsOf(c.req.valid('query').asOf, defaultAsOf(columns, c.var.today))
      return c.json({ cohorts: cohorts(columns.visits, asOf).map(cohortJson) }, 200)
    })
    .openapi(rebookingRate, async (c) => {
      const { by, ...params } = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const selection = readSelection(params, defaultAsOf(columns, c.var.today))
      const { actor } = c.var
      const answer = rebooking(
        columns.visits,
        by === 'staff' ? { ...selection, by } : { ...limitedTo(actor, selection), by },
      )
      return c.json('rows' in answer && by === 'staff' ? { ...answer, rows: ownRows(actor, answer.rows) } : answer, 200)
    })
    .openapi(rebookingPeopleList, async (c) => {
      c.header('cache-control', 'no-store')
      const params = c.req.valid('query')
      const columns = await columnsFor(cache, c.var)
      const { actor } = c.var
      const after = readPlace(c, params)
      const selection = limitedTo(actor, readSelection(params, after?.asOf ?? defaultAsOf(columns, c.var.today)))
      const people = rebookingPeople(columns.visits, { ...selection, by: params.by }, rebookingCell(params))
      const options = { ...params, after, search: searchFor(actor, params.search) }
      const { last, ...page } = await listClients(c.var.scope, columns, selection.asOf, options, people)
      const rows = page.rows.map((row) => personJson(personFor(actor, row)))
      return c.json({ ...page, rows, next: nextPeople(c, params, selection.asOf, last) }, 200)
    })
    .openapi(health, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const asOf = readAsOf(c.req.valid('query').asOf, defaultAsOf(columns, c.var.today))
      return c.json({ months: baseHealth(columns.visits, asOf, columns.settings).map(healthJson) }, 200)
    })
    .openapi(comparison, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const query = readQuery({ ...c.req.valid('query'), by: 'staff' }, defaultAsOf(columns, c.var.today))
      const answer = compareStaff(columns.visits, query)
      return c.json('rows' in answer ? { ...answer, rows: ownRows(c.var.actor, answer.rows) } : answer, 200)
    })
    .openapi(tools, async (c) => {
      const columns = await columnsFor(cache, c.var)
      const query = readQuery({ ...c.req.valid('query'), by: 'all' }, defaultAsOf(columns, c.var.today))
      const withPhone = await clientsWithPhone(c.var.scope)
      const hasPhone = (client: number) => withPhone.has(columns.clientIds[client]!)
      return c.json({ tools: otherTools(columns.visits, query, { hasPhone }).map(toolJson) }, 200)
    })
}
