import type { Day } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import { type Columns, clientIndex } from '../reports/columns.ts'
import { erasedClients, findGroup, frozenMembers } from './find-groups.ts'
import { loadFacts } from './load-facts.ts'
import { matchRule } from './match/match-rule.ts'
import type { GroupRule } from './rule.ts'
import type { Group } from './tables.ts'

type Book = Pick<Columns, 'visits' | 'clientIds' | 'cadence'>

/**
 * Who is in a group at the end of `asOf`: ids of clients of the book, ascending; those with a visit by then, without
 * erased ones. Throws `groupNotFound`.
 */
export async function membersOf(scope: WorkspaceScope, columns: Book, groupId: string, asOf: Day): Promise<number[]> {
  return groupMembersOf(scope, columns, await findGroup(scope, groupId), asOf)
}

/** The same of a group that is at hand. */
export async function groupMembersOf(
  scope: WorkspaceScope,
  columns: Book,
  { id, rule }: Pick<Group, 'id' | 'rule'>,
  asOf: Day,
): Promise<number[]> {
  if (rule) return ruleMembers(scope, columns, rule, asOf)
  const { visits } = columns
  return (await frozenMembers(scope, id)).filter((member) => {
    const client = clientIndex(columns, member)
    return client >= 0 && hasVisit(visits, client, asOf)
  })
}

/** For whom a rule holds at the end of `asOf`, as {@link membersOf}. */
export async function ruleMembers(scope: WorkspaceScope, columns: Book, rule: GroupRule, asOf: Day): Promise<number[]> {
  const erased = await erasedClients(scope)
  const mask = matchRule(await loadFacts(scope, columns, [rule], asOf), rule)
  return Array.from(columns.clientIds).filter((id, client) => mask[client] === 1 && !erased.has(id))
}

function hasVisit({ clientStart, day }: Columns['visits'], client: number, asOf: Day): boolean {
  const begin = clientStart[client]!
  return begin < clientStart[client + 1]! && day[begin]! <= asOf
}
