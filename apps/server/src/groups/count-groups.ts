import type { Day } from '@comeback/retention'
import { inArray, sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { Columns } from '../reports/columns.ts'
import { erasedClients } from './find-groups.ts'
import { loadFacts } from './load-facts.ts'
import { matchRule } from './match/match-rule.ts'
import type { Group } from './tables.ts'

/** How many people each of these groups has at the end of `asOf`, by its id. */
export async function countGroups(
  scope: WorkspaceScope,
  columns: Pick<Columns, 'visits' | 'clientIds' | 'cadence'>,
  groups: readonly Group[],
  asOf: Day,
): Promise<Map<string, number>> {
  const frozen = groups.filter(({ rule }) => rule === null)
  const counts = await countFrozen(
    scope,
    frozen.map(({ id }) => id),
  )
  if (frozen.length === groups.length) return counts
  const erased = await erasedClients(scope)
  const rules = groups.map(({ rule }) => rule).filter((rule) => rule !== null)
  const facts = await loadFacts(scope, columns, rules, asOf)
  for (const { id, rule } of groups) {
    if (!rule) continue
    const mask = matchRule(facts, rule)
    counts.set(
      id,
      mask.reduce((count, holds, client) => count + (holds && !erased.has(columns.clientIds[client]!) ? 1 : 0), 0),
    )
  }
  return counts
}

async function countFrozen({ db, workspaceId }: WorkspaceScope, ids: string[]): Promise<Map<string, number>> {
  const counts = new Map(ids.map((id) => [id, 0]))
  if (ids.length === 0) return counts
  const rows = await rowsOf<{ id: string; people: number }>(
    db,
    sql`SELECT m.group_id AS id, count(*)::integer AS people FROM group_members m
      JOIN clients c ON c.workspace_id = m.workspace_id AND c.id = m.client_id
      WHERE m.workspace_id = ${workspaceId} AND ${inArray(sql`m.group_id`, ids)} AND c.erased_at IS NULL GROUP BY 1`,
  )
  for (const { id, people } of rows) counts.set(id, people)
  return counts
}
