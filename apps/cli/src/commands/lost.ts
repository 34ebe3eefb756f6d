import { compareCodePoints, formatDay, lostClients } from '@comeback/retention'
import { lostClientJson, periodJson, ruleJson } from '@comeback/server/reports/wire'
import type { Command } from 'commander'
import { openVisitFile } from '../open-visit-file.ts'
import { type ReturnFlags, readBase, readFilters, readRule, withReturnFlags } from '../options.ts'
import { money, table } from '../table.ts'

export function addLost(program: Command) {
  withReturnFlags(program.command('lost <file>'))
    .description('who of the base period did not come back, has not come later and holds no appointment')
    .action(async (file: string, flags: ReturnFlags) => {
      const base = readBase(flags)
      const rule = readRule(flags, base)
      const filters = readFilters(flags)
      const { visits, asOf, clients } = await openVisitFile(file, flags)
      const lost = lostClients(visits, { base, rule, filters, asOf })
        .map((summary) => lostClientJson(clients.key[summary.client]!, summary))
        .sort((a, b) => compareCodePoints(a.client, b.client))
      if (flags.json) {
        console.log(
          JSON.stringify({ asOf: formatDay(asOf), base: periodJson(base), rule: ruleJson(rule), clients: lost }),
        )
        return
      }
      const header = ['client', 'last visit', 'days', 'staff', 'service', 'visits', 'spent', 'usual gap', 'state']
      const rows = lost.map((client) => [
        client.client,
        client.lastVisit,
        String(client.daysSince),
        client.staff ?? '–',
        client.service ?? '–',
        String(client.visits),
        money(client.revenue, flags.currency),
        client.expectedGap === null ? '–' : client.expectedGap.toFixed(0),
        client.state ?? '–',
      ])
      console.log(`${table(header, rows, [0, 3, 4, 8])}\n\n${lost.length} lost as of ${formatDay(asOf)}`)
    })
}
