import { type Day, NO_DAY } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import type { Actor } from '../permissions.ts'
import { type Columns, clientIndex, defaultAsOf } from '../reports/columns.ts'
import { type ListOptions, listClients, type PeoplePage, type Person } from '../reports/list-people.ts'
import { personFor } from '../reports/seen-by.ts'
import { personJson } from '../reports/wire.ts'

const FIRST = { sort: 'revenue', desc: true, lang: 'uk', limit: 5 } as const

/** The day groups are asked about: the last one known; today where there is no visit yet, and so nobody in any. */
export function groupsAsOf(columns: Columns, today: Day): Day {
  return columns.visits.dataThrough === NO_DAY ? today : defaultAsOf(columns, today)
}

/** Members of a group as lists show people. */
export function listMembers(
  scope: WorkspaceScope,
  columns: Columns,
  asOf: Day,
  members: readonly number[],
  options: ListOptions,
): Promise<PeoplePage<Person>> {
  const among = members.map((id) => clientIndex(columns, id)).filter((client) => client >= 0)
  return listClients(scope, columns, asOf, options, among)
}

/** How many there are, and the first few as the asker may see them. */
export async function countAndFirst(
  { scope, actor }: { scope: WorkspaceScope; actor: Actor },
  columns: Columns,
  asOf: Day,
  members: readonly number[],
) {
  const { total, rows } = await listMembers(scope, columns, asOf, members, FIRST)
  return { count: total, people: rows.map((row) => personJson(personFor(actor, row))) }
}
