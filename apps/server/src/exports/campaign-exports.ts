import { createRoute } from '@hono/zod-openapi'
import { type CampaignDeps, CampaignParam, describePeople, findCampaign, peopleOf } from '../campaigns/index.ts'
import { allow } from '../http/allow.ts'
import { fileAnswers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canExportClients, canSeeCampaigns } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { currencyOf, download, FileParams } from './download.ts'
import { notePeople } from './note-export.ts'
import type { CellKind, Sheet } from './write-file.ts'

type Person = Awaited<ReturnType<typeof describePeople>>[number]

const yesNo = (is: boolean) => (is ? 'yes' : 'no')

const COLUMNS = {
  name: ['text', ({ name }) => name],
  phone: ['text', ({ phone }) => phone],
  email: ['text', ({ email }) => email],
  lastVisit: ['date', ({ lastVisit }) => lastVisit],
  staff: ['text', ({ staff }) => staff],
  service: ['text', ({ service }) => service],
  arm: ['word', ({ arm }) => arm],
  channel: ['text', ({ channel }) => channel],
  messageState: ['word', ({ state }) => state],
  whyNot: ['word', ({ reason }) => reason],
  clicked: ['word', ({ clicked }) => yesNo(clicked)],
  bookedAfter: ['word', ({ booked }) => yesNo(booked)],
  cameAfter: ['word', ({ visited }) => yesNo(visited)],
  revenue: ['money', ({ revenue }) => revenue],
} as const satisfies Record<string, [CellKind, (person: Person) => string | number | null]>

const everybody = createRoute({
  method: 'get',
  path: '/exports/campaigns/{id}',
  middleware: allow((actor) => canSeeCampaigns(actor) && canExportClients(actor), 'files'),
  summary: 'Everybody of a campaign, with what became of their message and what they did, as a file',
  request: { params: CampaignParam, query: FileParams },
  responses: fileAnswers('CSV or XLSX'),
})

/** The route that answers the people of a campaign as a file. */
export function campaignExports({ campaigns: { ports } }: CampaignDeps, cache: ColumnsCache) {
  return routes().openapi(everybody, async (c) => {
    const { format, lang } = c.req.valid('query')
    const { scope, today, actor } = c.var
    const columns = await cache.get(scope)
    const asker = { scope, columns, today }
    const campaign = await findCampaign(scope, c.req.valid('param').id)
    const traces = await peopleOf(asker, ports, campaign, { cell: 'audience', only: null, reason: null, search: null })
    const people = await describePeople(asker, ports, campaign, actor, traces)
    const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
    const sheet: Sheet = {
      columns: names.map((name) => ({ name, kind: COLUMNS[name][0] })),
      rows: people.map((person) => names.map((name) => COLUMNS[name][1](person))),
      currency: await currencyOf(c, columns),
      language: lang,
    }
    await notePeople(c, people.length, { list: 'campaign', campaign: campaign.name, format })
    return await download(c, sheet, 'campaign', format)
  })
}
