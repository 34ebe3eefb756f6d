import {
  type Filter,
  GROUPINGS,
  type Grouping,
  isGrouping,
  type Period,
  parseDay,
  parseFilter,
  parsePeriod,
  parseReturnRule,
  type ReturnRule,
} from '@comeback/retention'
import type { Command } from 'commander'
import { Failure } from './failure.ts'
import { type IntakeFlags, withIntakeFlags } from './intake-flags.ts'

/** Flags of every report on a visit file. */
export interface FileFlags extends IntakeFlags {
  asOf?: string
  pastScheduled: string
  json?: true
}

/** Flags of every command that asks about a base period. */
export interface BaseFlags extends FileFlags {
  base: string
  filter: string[]
}

export interface ReturnFlags extends BaseFlags {
  return: string
}

export function withFileFlags(command: Command): Command {
  return withIntakeFlags(command)
    .option('--as-of <date>', 'the report is the truth at the end of this day (default: last completed visit)')
    .option('--past-scheduled <rule>', 'past appointments without an outcome: completed or ignored', 'completed')
    .option('--json', 'print exactly the documented JSON')
}

export function withBaseFlags(command: Command): Command {
  return withFileFlags(command)
    .requiredOption('--base <period>', 'base period: YYYY-MM, YYYY-Qn, YYYY or from..to')
    .option(
      '--filter <field=value>',
      'only lines of this value; may repeat: same field or, other fields and',
      (text: string, all: string[]) => [...all, text],
      [],
    )
}

export function withReturnFlags(command: Command): Command {
  return withBaseFlags(command).requiredOption('--return <rule>', 'return rule: next, 60d or from..to')
}

export function readBase(flags: BaseFlags): Period {
  const base = parsePeriod(flags.base)
  if (!base)
    throw new Failure(
      `--base ${flags.base}: use YYYY-MM, YYYY-Qn, YYYY or YYYY-MM-DD..YYYY-MM-DD, for example --base 2025-12`,
    )
  return base
}

export function readRule(flags: ReturnFlags, base: Period): ReturnRule {
  const rule = parseReturnRule(flags.return, base)
  if (rule === 'malformed')
    throw new Failure(`--return ${flags.return}: use next, a number of days or from..to, for example --return 60d`)
  if (rule === 'beginsBeforeBaseEnds')
    throw new Failure(
      `--return ${flags.return}: the return period must begin after the base period ${flags.base} ends, for example --return next`,
    )
  return rule
}

export function readFilters(flags: BaseFlags): Filter[] {
  return flags.filter.map((text) => {
    const filter = parseFilter(text)
    if (!filter)
      throw new Failure(
        `--filter ${text}: use field=value with ${GROUPINGS.slice(1).join(', ')}, for example --filter staff=Марта`,
      )
    return filter
  })
}

export function readGrouping(by: string): Grouping {
  if (!isGrouping(by)) throw new Failure(`--by ${by}: use ${GROUPINGS.join(', ')}, for example --by staff`)
  return by
}

export function readAsOf(flags: FileFlags): number | undefined {
  if (flags.asOf === undefined) return undefined
  const day = parseDay(flags.asOf)
  if (day === null) throw new Failure(`--as-of ${flags.asOf}: use a date that exists, for example --as-of 2026-01-31`)
  return day
}
