import { type Day, parseDay } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import { readWorkspace } from '../workspace/index.ts'
import { findGroup } from './find-groups.ts'

/** The salon's day on which a frozen group was made; `null` for a live one. Throws `groupNotFound`. */
export async function frozenOn(scope: WorkspaceScope, groupId: string): Promise<Day | null> {
  const { rule, createdAt } = await findGroup(scope, groupId)
  if (rule) return null
  const { timeZone } = await readWorkspace(scope)
  return parseDay(createdAt.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDate().toString())
}
