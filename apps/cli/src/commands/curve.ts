import { CURVE_GROUPINGS, type CurveGroup, formatDay, type ReturnCurve, returnCurve } from '@comeback/retention'
import type { Command } from 'commander'
import { oneOf } from '../one-of.ts'
import { openVisitFile } from '../open-visit-file.ts'
import { type BaseFlags, readBase, readFilters, withBaseFlags } from '../options.ts'
import { percent, table } from '../table.ts'

/** Days whose shares the table shows; the JSON has every day. */
const SHOWN_DAYS = [14, 30, 45, 60, 90, 180]

export function addCurve(program: Command) {
  withBaseFlags(program.command('curve <file>'))
    .description('how long clients take to come back: share back by days since the visit, with 95 % limits')
    .option('--by <grouping>', CURVE_GROUPINGS.join(', '), 'all')
    .option('--first', 'only clients whose first visit ever lies in the base period')
    .action(async (file: string, flags: BaseFlags & { by: string; first?: true }) => {
      const base = readBase(flags)
      const query = {
        base,
        filters: readFilters(flags),
        by: oneOf('--by', flags.by, CURVE_GROUPINGS),
        first: flags.first === true,
      }
      const { visits, asOf } = await openVisitFile(file, flags)
      const curve = returnCurve(visits, { ...query, asOf })
      if (flags.json) console.log(JSON.stringify(curve))
      else {
        console.log(`Served ${formatDay(base.from)} … ${formatDay(base.to)}, as of ${formatDay(asOf)}\n`)
        console.log(describe(curve, query.by === 'all'))
      }
    })
}

function describe({ groups, exactUpTo, logRank }: ReturnCurve, together: boolean): string {
  const header = ['', 'clients', 'half back', ...SHOWN_DAYS.map((day) => `${day} days`)]
  const rows = groups.map((group) => [
    group.key ?? (together ? 'all' : '(none)'),
    String(group.n),
    group.median === null ? '–' : `${group.median} days`,
    ...SHOWN_DAYS.map((day) => shareBack(group, day, exactUpTo)),
  ])
  const verdict =
    logRank &&
    `Log-rank test of no difference: χ² = ${logRank.chi2.toFixed(2)}, df = ${logRank.df}, p = ${logRank.p.toPrecision(2)}.`
  const exact = `Exact up to ${exactUpTo} days; shares marked ~ read a little high.`
  return [table(header, rows), '', exact, ...(verdict ? [verdict] : [])].join('\n')
}

/** `41 % (36–47)`, or a dash once nobody is watched any more. */
function shareBack({ points }: CurveGroup, day: number, exactUpTo: number): string {
  if (points.at(-1)!.t < day) return '–'
  const point = points.findLast(({ t }) => t <= day)
  const interval =
    point && point.low !== null && point.high !== null
      ? ` (${(point.low * 100).toFixed(0)}–${(point.high * 100).toFixed(0)})`
      : ''
  return `${day > exactUpTo ? '~' : ''}${percent(point?.returned ?? 0)}${interval}`
}
