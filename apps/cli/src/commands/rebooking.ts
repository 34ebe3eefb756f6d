import { formatDay, REBOOKING_GROUPINGS, type RebookingReport, type RebookingRow, rebooking } from '@comeback/retention'
import type { Command } from 'commander'
import { oneOf } from '../one-of.ts'
import { openVisitFile } from '../open-visit-file.ts'
import { type BaseFlags, readBase, readFilters, withBaseFlags } from '../options.ts'
import { percent, table } from '../table.ts'

export function addRebooking(program: Command) {
  withBaseFlags(program.command('rebooking <file>'))
    .description('share of visits after which the client left with the next appointment booked (OPZ)')
    .option('--by <grouping>', REBOOKING_GROUPINGS.join(', '), 'all')
    .action(async (file: string, flags: BaseFlags & { by: string }) => {
      const base = readBase(flags)
      const query = { base, filters: readFilters(flags), by: oneOf('--by', flags.by, REBOOKING_GROUPINGS) }
      const { visits, asOf } = await openVisitFile(file, flags)
      const report = rebooking(visits, { ...query, asOf })
      if (flags.json) console.log(JSON.stringify(report))
      else if ('reason' in report)
        console.log('Not in your data: the booking time (booked_at) of fewer than 80 % of the appointments is known.')
      else {
        console.log(`Visits ${formatDay(base.from)} … ${formatDay(base.to)}, as of ${formatDay(asOf)}\n`)
        console.log(describe(report, query.by === 'staff'))
      }
    })
}

function describe({ total, rows }: RebookingReport, byStaff: boolean): string {
  const header = ['', 'visits', 'rebooked', 'rate', '95 %', 'kept', ...(byStaff ? ['same master'] : [])]
  const cells = (row: RebookingRow, name: string) => [
    name,
    String(row.visits),
    String(row.rebooked),
    percent(row.rate) + (row.visits < 10 ? ' (few)' : ''),
    row.rateLow === null || row.rateHigh === null
      ? '–'
      : `${(row.rateLow * 100).toFixed(0)}–${(row.rateHigh * 100).toFixed(0)}`,
    percent(row.keptRate),
    ...(byStaff ? [percent(row.rateSame)] : []),
  ]
  return table(header, [...rows.map((row) => cells(row, row.key ?? '(none)')), cells(total, 'total')])
}
