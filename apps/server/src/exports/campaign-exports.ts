import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AutomationParam, findAutomation, poolRuns } from '../automations/index.ts'
import { type CampaignDeps, CampaignParam, describePeople, findCampaign, peopleOf } from '../campaigns/index.ts'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { type Env, routes } from '../http/env.ts'
import type { Language } from '../languages.ts'
import { canExportClients, canSeeCampaigns } from '../permissions.ts'
import type { Columns, ColumnsCache } from '../reports/columns.ts'
import { currencyOf, download, FileParams } from './download.ts'
import { notePeople } from './note-export.ts'
import type { CellKind, Sheet } from './write-file.ts'

/** `writtenOn`: the day something was decided about them */
type Person = Awaited<ReturnType<typeof describePeople>>[number] & { writtenOn: string | null }

const yesNo = (is: boolean) => (is ? 'yes' : 'no')

const COLUMNS = {
  name: ['text', ({ name }) => name],
  phone: ['text', ({ phone }) => phone],
  email: ['text', ({ email }) => email],
  lastVisit: ['date', ({ lastVisit }) => lastVisit],
  staff: ['text', ({ staff }) => staff],
  service: ['text', ({ service }) => service],
  writtenOn: ['date', ({ writtenOn }) => writtenOn],
  arm: ['word', ({ arm }) => arm],
  channel: ['text', ({ channel }) => channel],
  messageState: ['word', ({ state }) => state],
  whyNot: ['word', ({ reason }) => reason],
  clicked: ['word', ({ clicked }) => yesNo(clicked)],
  bookedAfter: ['word', ({ booked }) => yesNo(booked)],
  cameAfter: ['word', ({ visited }) => yesNo(visited)],
  revenue: ['money', ({ revenue }) => revenue],
} as const satisfies Record<string, [CellKind, (person: Person) => string | number | null]>

const mayTake = allow((actor) => canSeeCampaigns(actor) && canExportClients(actor), 'files')

const everybody = createRoute({
  method: 'get',
  path: '/exports/campaigns/{id}',
  middleware: mayTake,
  summary: 'Everybody of a campaign, with what became of their message and what they did, as a file',
  request: { params: CampaignParam, query: FileParams },
  responses: fileAnswers('CSV or XLSX'),
})

const everybodyOfAll = createRoute({
  method: 'get',
  path: '/exports/automations/{id}',
  middleware: mayTake,
  summary: 'Everybody an automation concerned in a year, once, with what became of their message and what they did',
  request: { params: AutomationParam, query: FileParams },
  responses: fileAnswers('CSV or XLSX'),
})

/** The routes that answer the people of a campaign or an automation as a file. */
export function campaignExports({ campaigns: { ports } }: CampaignDeps, cache: ColumnsCache) {
  const sheetOf = async (c: Context<Env>, columns: Columns, people: Person[], language: Language): Promise<Sheet> => {
    const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
    return {
      columns: names.map((name) => ({ name, kind: COLUMNS[name][0] })),
      rows: people.map((person) => names.map((name) => COLUMNS[name][1](person))),
      currency: await currencyOf(c, columns),
      language,
    }
  }
  return routes()
    .openapi(everybody, async (c) => {
      const { format, lang } = c.req.valid('query')
      const { scope, today, actor } = c.var
      const columns = await cache.get(scope)
      const asker = { scope, columns, today }
      const campaign = await findCampaign(scope, c.req.valid('param').id)
      const traces = await peopleOf(asker, ports, campaign, {
        cell: 'audience',
        only: null,
        reason: null,
        search: null,
      })
      const told = await describePeople(asker, ports, campaign, actor, traces)
      const people = told.map((person) => ({ ...person, writtenOn: campaign.launchedOn }))
      await notePeople(c, people.length, { list: 'campaign', campaign: campaign.name, format })
      return await download(c, await sheetOf(c, columns, people, lang), 'campaign', format)
    })
    .openapi(everybodyOfAll, async (c) => {
      const { format, lang } = c.req.valid('query')
      const { scope, today, actor } = c.var
      const columns = await cache.get(scope)
      const asker = { scope, columns, today }
      const automation = await findAutomation(scope, c.req.valid('param').id)
      const { runs, traces } = await poolRuns(asker, ports, automation)
      const dayOf = new Map(runs.map(({ id, launchedOn }) => [id, launchedOn]))
      const told = await describePeople(asker, ports, automation, actor, traces)
      const people = told.map((person, i) => ({ ...person, writtenOn: dayOf.get(traces[i]!.campaignId) ?? null }))
      await notePeople(c, people.length, { list: 'automation', automation: automation.name, format })
      return await download(c, await sheetOf(c, columns, people, lang), 'automation', format)
    })
}
