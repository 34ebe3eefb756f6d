import type { Day } from '@comeback/retention'
import { findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { membersOf } from '../groups/index.ts'
import type { Columns } from '../reports/columns.ts'
import type { BonusesTo } from './schemas.ts'

/** Who of those asked for can be given bonuses, and how many cannot: erased, or nobody. */
export async function membersToGive(scope: WorkspaceScope, columns: Columns, to: BonusesTo, asOf: Day) {
  if (to.kind === 'group') return { clientIds: await membersOf(scope, columns, to.id, asOf), without: 0 }
  const asked = [...new Set(to.ids)]
  const known = await findContacts(scope, asked)
  const clientIds = asked.filter((id) => known.get(id)?.erased === false)
  return { clientIds, without: asked.length - clientIds.length }
}
