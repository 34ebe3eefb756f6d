import { type Day, formatDay } from '@comeback/retention'
import { balancesOf } from '../bonuses/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Columns } from '../reports/columns.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { type Facts, factsOf } from './match/facts.ts'
import type { GroupRule } from './rule.ts'

/**
 * What these rules are asked of: the columns as of a day, and the bonus ledger where one of them asks for it, as of today:
 * bonuses are given now, however far the data reaches.
 */
export async function loadFacts(
  scope: WorkspaceScope,
  columns: Pick<Columns, 'visits' | 'clientIds' | 'cadence'>,
  rules: readonly GroupRule[],
  asOf: Day,
): Promise<Facts> {
  if (!rules.some(asksForBonus)) return factsOf(columns, asOf)
  const today = todayOf(await readWorkspace(scope))
  return factsOf(columns, asOf, await balancesOf(scope, null, formatDay(today)))
}

function asksForBonus(rule: GroupRule): boolean {
  if (rule.kind === 'and' || rule.kind === 'or') return rule.rules.some(asksForBonus)
  return rule.kind === 'not' ? asksForBonus(rule.rule) : rule.kind === 'bonus'
}
