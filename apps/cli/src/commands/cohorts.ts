import { type Cohort, cohorts, formatDay, formatMonth } from '@comeback/retention'
import type { Command } from 'commander'
import { openVisitFile } from '../open-visit-file.ts'
import { type FileFlags, withFileFlags } from '../options.ts'
import { table } from '../table.ts'

/** Months after the first whose shares the table shows; the JSON has all. */
const SHOWN_MONTHS = 12

export function addCohorts(program: Command) {
  withFileFlags(program.command('cohorts <file>'))
    .description('of the clients first seen in a month, the share seen in each month after it')
    .action(async (file: string, flags: FileFlags) => {
      const { visits, asOf } = await openVisitFile(file, flags)
      const found = cohorts(visits, asOf)
      console.log(flags.json ? JSON.stringify({ cohorts: found.map(cohortJson) }) : describe(found, asOf))
    })
}

function cohortJson({ month, size, mayNotBeNew, cells }: Cohort) {
  return {
    month: formatMonth(month),
    size,
    mayNotBeNew,
    cells: cells.map(({ k, share, clients, partial }) => ({ k, share, clients, partial })),
  }
}

function describe(found: Cohort[], asOf: number): string {
  const months = Math.min(SHOWN_MONTHS, Math.max(0, ...found.map(({ cells }) => cells.length - 1)))
  const header = ['first visit', 'clients', ...Array.from({ length: months + 1 }, (_, k) => `+${k}`)]
  const rows = found.map(({ month, size, mayNotBeNew, cells }) => [
    formatMonth(month) + (mayNotBeNew ? ' ?' : ''),
    String(size),
    ...header.slice(2).map((_, k) => {
      const cell = cells[k]
      return cell ? `${(cell.share * 100).toFixed(0)} %${cell.partial ? '*' : ''}` : ''
    }),
  ])
  return [
    `Share seen in each calendar month after the first, as of ${formatDay(asOf)}`,
    '',
    table(header, rows),
    '',
    '? the data begins here: these clients may not be new.  * the month is not over.',
  ].join('\n')
}
