import { formatDay, type ReportRow, type RetentionReport, retentionReport } from '@comeback/retention'
import { reportJson } from '@comeback/server/reports/wire'
import type { Command } from 'commander'
import { openVisitFile } from '../open-visit-file.ts'
import { type ReturnFlags, readBase, readFilters, readGrouping, readRule, withReturnFlags } from '../options.ts'
import { money, percent, table } from '../table.ts'

export function addReport(program: Command) {
  withReturnFlags(program.command('report <file>'))
    .description('retention: who of the base period came back, as defined in docs/metrics')
    .option('--by <grouping>', 'all, staff, service, category, location, source or newness', 'all')
    .action(async (file: string, flags: ReturnFlags & { by: string }) => {
      const base = readBase(flags)
      const query = { base, rule: readRule(flags, base), filters: readFilters(flags), by: readGrouping(flags.by) }
      const { visits, asOf } = await openVisitFile(file, flags)
      const report = retentionReport(visits, { ...query, asOf })
      console.log(flags.json ? JSON.stringify(reportJson(report)) : describe(report, flags.currency))
    })
}

function describe(report: RetentionReport, currency: string): string {
  const { total, base, rule } = report
  const back = rule.kind === 'window' ? `within ${rule.days} days` : `${formatDay(rule.from)} … ${formatDay(rule.to)}`
  const header = ['', 'served', 'returned', 'open', 'outside', 'booked', 'lost', 'rate', '95 %', 'same', 'revenue']
  const notes = [
    report.over
      ? ''
      : `So far ${total.returned} of ${total.served} are back; it closes on ${formatDay(report.closesOn)}.`,
    report.by === 'all' ? '' : 'A client of several groups counts once in each, so rows do not add up to the total.',
    report.mayNotBeNew ? 'The data begins close to the base period: its new clients may not be new.' : '',
  ]
  return [
    `Served ${formatDay(base.from)} … ${formatDay(base.to)}, back ${back}, as of ${formatDay(report.asOf)}`,
    '',
    table(header, [
      ...report.rows.map((row) => cells(row, row.key ?? '(none)', currency)),
      cells(total, 'total', currency),
    ]),
    '',
    ...notes.filter((note) => note !== ''),
  ].join('\n')
}

function cells(row: ReportRow, name: string, currency: string): string[] {
  const { served, returned, open, outside, booked, lost, rateLow, rateHigh } = row
  const interval =
    rateLow === null || rateHigh === null ? '–' : `${(rateLow * 100).toFixed(0)}–${(rateHigh * 100).toFixed(0)}`
  const few = served < 10 ? ' (few)' : ''
  return [
    name,
    ...[served, returned, open, outside, booked, lost].map(String),
    percent(row.rate) + few,
    interval,
    String(row.returnedSame),
    money(row.revenue, currency),
  ]
}
