import {
  type ClientForecast,
  type ClientSummary,
  cadenceOf,
  compareCodePoints,
  fitLifetime,
  forecastClients,
  formatDay,
  type LifetimeModel,
  type NoLifetimeModel,
  summariseClient,
} from '@comeback/retention'
import { dayJson } from '@comeback/server/reports/wire'
import type { Command } from 'commander'
import { oneOf } from '../one-of.ts'
import { type OpenFile, openVisitFile } from '../open-visit-file.ts'
import { type FileFlags, withFileFlags } from '../options.ts'
import { minorDigits, money, percent, table } from '../table.ts'

export function addClients(program: Command) {
  withFileFlags(program.command('clients <file>'))
    .description('every client: rhythm, whether they are still with you, visits and revenue expected in 12 months')
    .option('--model <kind>', 'mbgcnbd (regular visits, can leave at once) or bgnbd (published baseline)', 'mbgcnbd')
    .action(async (file: string, flags: FileFlags & { model: string }) => {
      const kind = oneOf('--model', flags.model, ['mbgcnbd', 'bgnbd'])
      const opened = await openVisitFile(file, flags)
      const minorPerMajor = 10 ** minorDigits(flags.currency)
      const model = fitLifetime(opened.visits, opened.asOf, { model: kind, minorPerMajor })
      const clients = listClients(opened, model, minorPerMajor)
      if (flags.json) console.log(JSON.stringify({ clients, model }))
      else console.log(describe(clients, model, opened.asOf, flags.currency))
    })
}

type Model = LifetimeModel | NoLifetimeModel

function listClients({ visits, clients, asOf }: OpenFile, model: Model, minorPerMajor: number) {
  const cadence = cadenceOf(visits, asOf)
  const forecasts = 'reason' in model ? null : forecastClients(visits, asOf, model, { minorPerMajor })
  return clients.key
    .map((key, client) => ({ key, summary: summariseClient(visits, cadence, client) }))
    .flatMap(({ key, summary }) => (summary ? [clientJson(key, summary, forecasts?.get(summary.client))] : []))
    .sort((a, b) => compareCodePoints(a.client, b.client))
}

function clientJson(client: string, summary: ClientSummary, forecast: ClientForecast | undefined) {
  const { visits, revenue, expectedGap, overdue, state } = summary
  return {
    client,
    first: formatDay(summary.firstVisit),
    last: formatDay(summary.lastVisit),
    visits,
    revenue,
    expectedGap,
    expectedOn: dayJson(summary.expectedOn),
    overdue,
    state,
    pAlive: forecast?.pAlive ?? null,
    expectedVisits12m: forecast?.expectedVisits12m ?? null,
    value12m: forecast?.value12m ?? null,
  }
}

function describe(clients: readonly ReturnType<typeof clientJson>[], model: Model, asOf: number, currency: string) {
  const header = ['client', 'last visit', 'visits', 'spent', 'usual gap', 'next on', 'state', 'alive', '12 m', 'value']
  const rows = clients.map((client) => [
    client.client,
    client.last,
    String(client.visits),
    money(client.revenue, currency),
    client.expectedGap?.toFixed(0) ?? '–',
    client.expectedOn ?? '–',
    client.state ?? '–',
    percent(client.pAlive),
    client.expectedVisits12m?.toFixed(1) ?? '–',
    money(client.value12m, currency),
  ])
  return `${table(header, rows, [0, 6])}\n\n${clients.length} clients as of ${formatDay(asOf)}. ${modelSentence(model)}`
}

const REASONS: Record<NoLifetimeModel['reason'], string> = {
  tooFewClients: 'fewer than 100 clients',
  tooFewRepeaters: 'fewer than 50 clients came again',
  notIdentifiable: 'the visits do not settle its parameters',
}

function modelSentence(model: Model): string {
  if ('reason' in model) return `No forecast: ${REASONS[model.reason]}.`
  const name = model.kind === 'bgnbd' ? 'BG/NBD' : `MBG/CNBD-${model.k}`
  const tickets = model.q === null ? '; no values: fewer than 50 clients paid for a repeat visit' : ''
  return `Forecast by ${name}${tickets}.`
}
