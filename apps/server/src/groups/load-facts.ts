import { type Day, formatDay, parseDay } from '@comeback/retention'
import { balancesOf } from '../bonuses/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { birthdaysOf } from '../reports/birthdays.ts'
import type { Columns } from '../reports/columns.ts'
import { lastScores } from '../surveys/index.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { type Besides, type Facts, factsOf } from './match/facts.ts'
import type { GroupRule } from './rule.ts'

const ASKED_TODAY = ['bonus', 'surveyScore', 'birthday'] as const satisfies GroupRule['kind'][]

/**
 * What these rules are asked of: the columns as of a day, and the bonus ledger, the survey and the birthdays where one of
 * them asks for it, as of today: bonuses are given, answers come and birthdays are kept now, however far the data reaches.
 */
export async function loadFacts(
  scope: WorkspaceScope,
  columns: Pick<Columns, 'visits' | 'clientIds' | 'cadence'>,
  rules: readonly GroupRule[],
  asOf: Day,
): Promise<Facts> {
  const kinds = new Set(rules.flatMap(kindsIn))
  if (!ASKED_TODAY.some((kind) => kinds.has(kind))) return factsOf(columns, asOf)
  const workspace = await readWorkspace(scope)
  const today = todayOf(workspace)
  return factsOf(columns, asOf, {
    today,
    ...(kinds.has('bonus') && { balances: await balancesOf(scope, null, formatDay(today)) }),
    ...(kinds.has('surveyScore') && { surveys: await lastAnswers(scope, workspace.timeZone) }),
    ...(kinds.has('birthday') && { birthdays: (await birthdaysOf(scope, columns)).known }),
  })
}

/** Kinds of every condition in a rule. */
function kindsIn(rule: GroupRule): GroupRule['kind'][] {
  if (rule.kind === 'and' || rule.kind === 'or') return rule.rules.flatMap(kindsIn)
  return rule.kind === 'not' ? kindsIn(rule.rule) : [rule.kind]
}

async function lastAnswers(scope: WorkspaceScope, timeZone: string): Promise<Besides['surveys']> {
  const answers = await lastScores(scope, timeZone)
  return new Map([...answers].map(([client, { score, on }]) => [client, { score, day: parseDay(on)! }]))
}
